import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { beforeAll, expect, test } from 'vitest'
import { englishSentence } from '#shared/errors.ts'
import { addMadePack } from '#tests/fakes/voice/madePack.ts'
import { testWith } from '#tests/programs.ts'
import { packageApp } from '../../scripts/packageApp.ts'
import { placeholderElectron } from '../../scripts/placeholderElectron.ts'
import { launchApp, newHome } from './launchApp.ts'

// What is looked at here is the package for Linux; where that can't be made, nothing is claimed of it.
const testHere = process.platform === 'linux' ? test : test.skip
if (process.platform !== 'linux') console.warn('SKIPPED: the package of the app, which these tests make on Linux only.')

let folder: string
let resources: string
let archive: string
let files: string[]

beforeAll(async () => {
  if (process.platform !== 'linux') return
  folder = newHome()
  const electronDist = placeholderElectron(join(folder, 'electron'), '45.4.1')
  await packageApp({ electronDist, output: join(folder, 'packages'), targets: ['dir'] })
  resources = join(folder, 'packages', 'linux-unpacked', 'resources')
  archive = join(resources, 'app.asar')
  files = listPackage(archive, { isPack: false }).map((path) => path.replace(/^\//, ''))
}, 240_000)

const isUnpacked = (path: string) => {
  const facts = statFile(archive, path)
  return 'unpacked' in facts && facts.unpacked === true
}

testHere('every fuse is set as the security bar has it', async () => {
  const fuses = await getCurrentFuseWire(join(folder, 'packages', 'linux-unpacked', 'pausecut'))
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ]
  expect(off.map((fuse) => fuses[fuse])).toEqual(off.map(() => FuseState.DISABLE))
  expect(on.map((fuse) => fuses[fuse])).toEqual(on.map(() => FuseState.ENABLE))
})

testHere('the archive holds the app and what it stands on, and none of its sources or tests', () => {
  const needed = ['package.json', 'dist/main/main.js', 'dist/preload/preload.cjs', 'dist/page/index.html', 'LICENSE']
  expect(files).toEqual(expect.arrayContaining([...needed, 'assets/scripts/market-update.txt', 'NOTICES.md']))
  const own = files.filter((path) => !path.startsWith('node_modules'))
  expect(new Set(own.map((path) => path.split('/')[0]))).toEqual(
    new Set(['package.json', 'dist', 'assets', 'LICENSE', 'NOTICES.md']),
  )
  expect(files.filter((path) => /\.(ts|map)$|~$|\/\.env$/.test(path))).toEqual([])
  expect(files).toContain('dist/page/licences.md')
  // Each package brings its terms, whatever their file is called; of the rest of its words none.
  expect(files).toContain('node_modules/mammoth/LICENSE')
  expect(files).toContain('node_modules/jszip/LICENSE.markdown')
  const words = files.filter((path) => /^node_modules.*\.(md|markdown)$/.test(path))
  expect(words.filter((path) => !/licen[cs]e|notice/i.test(path))).toEqual([])
  const development = ['electron', 'vite', 'vitest', 'react', 'playwright', 'typescript', 'electron-builder']
  for (const name of development) expect(files).not.toContain(`node_modules/${name}`)
})

testHere('native parts, fonts and ffmpeg lie beside the archive, where other programs can read them', () => {
  const natives = files.filter((path) => path.endsWith('.node'))
  expect(natives.length).toBeGreaterThan(0)
  const fonts = files.filter((path) => path.endsWith('.ttf'))
  expect(fonts.length).toBeGreaterThan(5)
  for (const path of [...natives, ...fonts]) {
    expect(isUnpacked(path), path).toBe(true)
    expect(existsSync(join(`${archive}.unpacked`, path)), path).toBe(true)
  }
  // It and Electron can't live in one process on Linux.
  expect(files.filter((path) => path.startsWith('node_modules/@img/sharp-linux'))).toEqual([])
  expect(files).toContain('node_modules/@img/sharp-wasm32/index.cjs')
})

testHere('of ONNX Runtime only what this machine loads comes along, beside the archive', () => {
  const runtime = files.filter((path) => /^node_modules\/onnxruntime-.*\.(node|dll|dylib|wasm|so[.\d]*)$/.test(path))
  const native = `node_modules/onnxruntime-node/bin/napi-v6/linux/${process.arch}`
  expect(runtime.toSorted()).toEqual([
    `${native}/libonnxruntime.so.1`,
    `${native}/onnxruntime_binding.node`,
    'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  ])
  for (const path of runtime) expect(isUnpacked(path), path).toBe(true)
  expect(files.filter((path) => /^node_modules\/(adm-zip|protobufjs|flatbuffers)\//.test(path))).toEqual([])
})

testHere('each ffmpeg that goes with the app is noted with its digest', () => {
  const shipped = JSON.parse(extractFile(archive, 'dist/ffmpeg.json').toString()) as { file: string; sha256: string }[]
  expect(shipped.length).toBeGreaterThan(0)
  for (const { file, sha256 } of shipped) {
    const content = readFileSync(join(resources, file))
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
  }
})

testHere('without a feed there is no place to ask for updates', () => {
  expect(existsSync(join(resources, 'app-update.yml'))).toBe(false)
})

testWith('chromium')('what was packaged is all that the app needs', async () => {
  const extracted = join(folder, 'extracted')
  extractAll(archive, extracted)
  const home = newHome()
  addMadePack(home)
  const { call } = await launchApp({ root: extracted, home })
  const snapshot = await call('snapshot', {})
  if (!snapshot.ok) throw new Error(englishSentence(snapshot.error))
  const { look } = snapshot.value.draft.choices
  const speech = { text: 'Hello there.', spokenAs: { voice: 'nova', speed: 1 }, look, kind: 'shorts' } as const
  expect(await call('previewPicture', { look, kind: 'shorts' })).toMatchObject({ ok: true })
  expect(await call('previewCaptions', { text: 'Hello there.', look, kind: 'shorts' })).toMatchObject({ ok: true })
  expect(await call('previewSpeech', speech)).toMatchObject({ ok: true })
  // In a process of its own, with the runtime that lies beside the archive.
  const natural = { ...speech, spokenAs: { ...speech.spokenAs, engine: 'natural' } } as const
  expect(await call('previewSpeech', natural)).toMatchObject({ ok: true })
  const api = await call('setApi', { on: true, port: 47_118 })
  expect(api).toMatchObject({ ok: true })
})
