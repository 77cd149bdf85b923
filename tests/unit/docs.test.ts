import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import vitestConfig from '../../vitest.config.ts'

// The pages for people who work on Pausecut name files and commands. Whoever moves one of them is told here.

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]

/** Where a path in a page may begin: the root, or, said shorter, one of the folders of source code. */
const starts = ['', 'src-main', 'src-renderer', 'src-shared', 'tests']
const rootFolders = ['src-main', 'src-renderer', 'src-shared', 'tests', 'scripts', 'docs', 'assets']
const folders = new Set([...rootFolders, ...starts.slice(1).flatMap((start) => foldersIn(start))])
const fileNames = new Set(
  rootFolders.flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,tsx,css,md}`, { cwd: root }).map((path) => basename(path)),
  ),
)

function foldersIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

/** What a page writes as code, word by word: in a line, or as a block. */
function codeIn(page: string): string[] {
  const code = [...page.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(
    ([, block, inline]) => block ?? inline ?? '',
  )
  return code.flatMap((text) => text.split(/[\s,;()]+/)).filter((word) => word !== '')
}

/** The words that are paths of this repository. Names that somebody is to choose are written `<name>` and are none. */
function pathsIn(page: string): string[] {
  return codeIn(page).filter((word) => {
    if (!/^[\w.*-]+(\/[\w.*-]+)*\/?$/.test(word)) return false
    return word.includes('/') ? folders.has(word.split('/')[0] ?? '') : /\w\.(ts|tsx|css|md)$/.test(word)
  })
}

function isThere(path: string): boolean {
  if (!path.includes('/') && fileNames.has(path)) return true
  return starts.some((start) => globSync(join(start, path), { cwd: root }).length > 0)
}

const linksIn = (page: string) => [...page.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '')

describe.each(pages)('%s', (name) => {
  const page = readFileSync(join(root, name), 'utf8')

  test('names only files that are there', () => {
    expect(pathsIn(page).filter((path) => !isThere(path))).toEqual([])
  })

  test('links only to files that are there', () => {
    expect(linksIn(page).filter((link) => !existsSync(join(root, dirname(name), link)))).toEqual([])
  })

  test('names only scripts of npm and projects of the tests that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
    const named = [...page.matchAll(/npm run ([\w:-]+)|npm (test|start)\b/g)].map(([, run, short]) => run ?? short)
    expect(named.filter((script) => !Object.keys(scripts).includes(script ?? ''))).toEqual([])
    const projects = (vitestConfig.test?.projects ?? []).map((project) =>
      typeof project === 'object' && 'test' in project ? project.test?.name : undefined,
    )
    const chosen = [...page.matchAll(/--project (\w+)/g)].map(([, project]) => project)
    expect(chosen.filter((project) => !projects.includes(project))).toEqual([])
  })
})

test('a path that leads nowhere is seen, in code, in blocks and in links', () => {
  const page = [
    'See `src-main/pipeline/` and `pipeline/gone.ts`, or `gone.ts`; not `application/json`, `script.txt`, `a/<name>.ts`.',
    '```',
    'npx vitest run tests/unit/gone.test.ts',
    '```',
    '[here](docs/gone.md#place), [there](https://example.com/gone.md), [below](#place)',
  ].join('\n')
  expect(pathsIn(page)).toEqual(['src-main/pipeline/', 'pipeline/gone.ts', 'gone.ts', 'tests/unit/gone.test.ts'])
  expect(pathsIn(page).filter((path) => !isThere(path))).toEqual([
    'pipeline/gone.ts',
    'gone.ts',
    'tests/unit/gone.test.ts',
  ])
  expect(linksIn(page)).toEqual(['docs/gone.md'])
})
