import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

// Who may import whom: the design's table, a file of each module with what it may and what it may not.
const everywhereRefused = ['electron', 'react', 'zustand', 'fastify', 'sharp', 'left-pad', '#tests/x.ts']
const rows: { file: string; may: string[]; mayNot: string[] }[] = [
  {
    file: 'src-shared/a.ts',
    may: ['zod', './b.ts'],
    mayNot: ['node:fs', '#pipeline/x.ts', '#ports/x.ts', '../src-main/app/x.ts', ...everywhereRefused],
  },
  {
    file: 'src-main/files/a.ts',
    may: ['#shared/x.ts', 'node:fs/promises', 'zod', './b.ts'],
    mayNot: ['#ports/X.ts', '#pipeline/x.ts', '#engines/x.ts', '../app/x.ts', ...everywhereRefused],
  },
  {
    file: 'src-main/pipeline/a.ts',
    may: ['#shared/x.ts', '#files/x.ts', '#ports/X.ts', 'node:fs/promises', 'zod', './b.ts', './captions/b.ts'],
    mayNot: [
      '#engines/x.ts',
      '#app/x.ts',
      '../app/x.ts',
      '../../src-shared/x.ts',
      'archiver',
      'fs',
      ...everywhereRefused,
    ],
  },
  { file: 'src-main/pipeline/captions/a.ts', may: ['../b.ts', './c.ts'], mayNot: ['../../ports/X.ts', '#cli/x.ts'] },
  { file: 'src-main/pipeline/packageOutput.ts', may: ['archiver', 'node:fs'], mayNot: ['#app/x.ts', 'mediabunny'] },
  {
    file: 'src-main/ports/A.ts',
    may: ['#shared/x.ts', './B.ts'],
    mayNot: ['node:fs', 'zod', '#files/x.ts', '#pipeline/x.ts', '#engines/x.ts', '#app/x.ts', ...everywhereRefused],
  },
  {
    file: 'src-main/engines/ffmpeg/a.ts',
    may: ['#ports/X.ts', '#files/x.ts', '#shared/x.ts', 'node:child_process', 'fluent-ffmpeg', 'mediabunny', './b.ts'],
    mayNot: ['#pipeline/x.ts', '#app/x.ts', '#cli/x.ts', 'openai', 'keytar', ...everywhereRefused],
  },
  {
    file: 'src-main/engines/speech/openai/a.ts',
    may: ['openai', 'undici', '../b.ts'],
    mayNot: ['fluent-ffmpeg', '../../../app/x.ts'],
  },
  {
    file: 'src-main/engines/speech/natural/a.ts',
    may: ['#engines/x.ts', 'zod'],
    mayNot: ['onnxruntime-node', 'openai'],
  },
  {
    file: 'src-main/engines/speech/natural/runtime/a.ts',
    may: ['onnxruntime-node', 'onnxruntime-web'],
    mayNot: ['openai', '#app/x.ts'],
  },
  { file: 'src-main/engines/keychain/a.ts', may: ['keytar'], mayNot: ['openai', '#pipeline/x.ts'] },
  { file: 'src-main/engines/images/a.ts', may: ['sharp'], mayNot: ['openai', '#app/x.ts'] },
  { file: 'src-main/engines/type/a.ts', may: ['harfbuzzjs', 'bidi-js'], mayNot: ['openai', '#app/x.ts'] },
  { file: 'src-main/engines/sqlite/a.ts', may: ['node:sqlite', 'zod'], mayNot: ['keytar', '#app/x.ts'] },
  {
    file: 'src-main/app/a.ts',
    may: ['#pipeline/x.ts', '#ports/X.ts', '#files/x.ts', '#shared/x.ts', 'node:path', 'zod', './net/b.ts'],
    mayNot: ['#engines/x.ts', '#api/x.ts', '#cli/x.ts', '#shell/x.ts', '../pipeline/x.ts', ...everywhereRefused],
  },
  {
    file: 'src-main/app/voices/download/openTransport.ts',
    may: ['undici', '#shared/x.ts', './b.ts'],
    mayNot: ['#engines/x.ts', '#api/x.ts', 'openai'],
  },
  { file: 'src-main/app/voices/files/openZip.ts', may: ['jszip', '#files/x.ts'], mayNot: ['undici', '#engines/x.ts'] },
  {
    file: 'src-main/app/source/a.ts',
    may: ['mammoth', 'mdast-util-from-markdown', 'yaml', '#shared/x.ts', '#files/x.ts', 'node:path', './word/b.ts'],
    mayNot: ['#engines/x.ts', '#pipeline/x.ts', '#ports/X.ts', 'unified', ...everywhereRefused],
  },
  {
    file: 'src-main/app/speech/pronunciations/a.ts',
    may: ['csv-parse/sync', 'sax', '#shared/x.ts', '#files/x.ts', 'node:fs', './b.ts'],
    mayNot: ['#engines/x.ts', '#pipeline/x.ts', '#ports/X.ts', 'mammoth', ...everywhereRefused],
  },
  {
    file: 'src-main/api/a.ts',
    may: ['#app/x.ts', '#shared/x.ts', 'fastify', 'zod', './routes/b.ts'],
    mayNot: ['#pipeline/x.ts', '#ports/X.ts', '#engines/x.ts', '#cli/x.ts', 'electron', 'commander', 'react'],
  },
  {
    file: 'src-main/cli/a.ts',
    may: ['#app/x.ts', '#ports/X.ts', '#files/x.ts', '#shared/x.ts', '#engines/x.ts', 'commander', 'node:util'],
    mayNot: ['#pipeline/x.ts', '#shell/x.ts', ...everywhereRefused],
  },
  {
    file: 'src-main/shell/window.ts',
    may: ['electron', '#app/x.ts', '#api/x.ts', '#ports/X.ts', '#files/x.ts', '#shared/x.ts', 'node:path'],
    mayNot: ['#engines/x.ts', '#pipeline/x.ts', '#cli/x.ts', 'react', 'fastify'],
  },
  {
    file: 'src-main/shell/main.ts',
    may: ['electron', '#engines/x.ts', '#app/x.ts'],
    mayNot: ['#pipeline/x.ts', 'react'],
  },
  {
    file: 'src-main/shell/captionWorker.ts',
    may: ['#engines/x.ts', '#app/x.ts', '#shared/x.ts', 'node:worker_threads'],
    mayNot: ['electron', '#pipeline/x.ts', 'react'],
  },
  {
    file: 'src-main/shell/preload.ts',
    may: ['electron', '#shared/x.ts'],
    mayNot: ['node:fs', '#app/x.ts', '#api/x.ts', '#engines/x.ts', './window.ts'],
  },
  {
    file: 'src-renderer/features/a.tsx',
    may: ['#shared/x.ts', 'react', 'react-dom/client', '../store/b.ts', './a.module.css'],
    mayNot: ['zustand', 'zustand/vanilla', 'electron', 'node:fs', '#app/x.ts', '../../src-main/app/x.ts', 'axios'],
  },
  {
    file: 'src-renderer/store/a.ts',
    may: ['#shared/x.ts', 'zustand', 'zustand/vanilla', 'react', '../client.ts'],
    mayNot: ['electron', 'node:fs', '#app/x.ts', '#pipeline/x.ts'],
  },
]

// Each specifier as a value import and as a type import, both on one line of their own.
const forms = (specifier: string) => [`import '${specifier}'`, `import type { T } from '${specifier}'`]
let refused: Map<string, Set<number>>
let folder: string

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pausecut-rules-')))
  for (const name of ['biome.json', 'biome.imports.json', 'biome.security.grit', '.gitignore'])
    cpSync(join(root, name), join(folder, name))
  for (const { file, may, mayNot } of rows) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), [...may, ...mayNot].flatMap(forms).join('\n'))
  }
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
  })
  refused = new Map(rows.map(({ file }) => [file, new Set()]))
  for (const [, file, line] of stdout.matchAll(/noRestrictedImports,file=([^,]+),line=(\d+)/g)) {
    refused.get(relative(folder, file!).replaceAll('\\', '/'))?.add(Number(line))
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(rows)('$file', ({ file, may, mayNot }) => {
  const lines = [...may, ...mayNot].flatMap(forms)
  const said = lines.filter((_, index) => refused.get(file)?.has(index + 1))
  expect(said).toEqual(mayNot.flatMap(forms))
})

test('no type is written as import(…), which the lint rule does not see', () => {
  const sources = globSync('{src-shared,src-main,src-renderer}/**/*.{ts,tsx}', { cwd: root })
  const hidden = sources.filter((file) =>
    /(?:[:<|&]|typeof|type \w+ =)\s*import\('(?!node:)/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(sources.length).toBeGreaterThan(50)
  expect(hidden).toEqual([])
})
