import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { addVoicePack, checkVoicePacks, type PackMachine, removeVoicePack } from '#cli/commands/packs.ts'
import { type PackServer, packServer } from '#tests/fakes/api/packServer.ts'
import { fakeScreen } from '#tests/fakes/service/fakeScreen.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

function machine(server: PackServer, changes: Partial<PackMachine> = {}) {
  const [out, err] = [fakeScreen(80, false), fakeScreen(80, false)]
  const home = scratch()
  const parts: PackMachine = {
    packs: [server.pack],
    home,
    env: { HF_ENDPOINT: server.origin },
    out: out.screen,
    err: err.screen,
    ask: async () => '',
    ...changes,
  }
  return { parts, home, said: () => out.writes.join(''), complained: () => err.writes.join('') }
}

test('what a pack is stands there before anybody is asked; then it is fetched, checked and removed', async () => {
  const server = await packServer()
  const asked: string[] = []
  const { parts, said, complained } = machine(server, {
    ask: async (question) => {
      asked.push(question, ...server.asked)
      return 'y'
    },
  })
  expect(await addVoicePack('kokoro', {}, parts)).toBe(0)
  expect(asked).toEqual(['Fetch it? [Y/n] '])
  expect(said()).toMatch(
    /^kokoro\n {2}speaks +English\n {2}size +308\.0 kB\n {2}licence +Apache-2\.0 \(https.*\n {2}from +127\.0/,
  )
  expect(said()).toMatch(/kokoro is here.*not yet tested with the real model/)
  expect(complained()).toMatch(/^ {2}0 % {2}0 bytes of 308\.0 kB\n(.*\n)+100 % {2}308\.0 kB of 308\.0 kB\n$/)

  expect(await checkVoicePacks(undefined, parts)).toBe(0)
  expect(said()).toMatch(/kokoro: every file is as it should be \(308\.0 kB\)/)
  expect(await removeVoicePack('kokoro', parts)).toBe(0)
  expect(said()).toMatch(/kokoro is gone; 308\.0 kB are free again/)
  expect(await checkVoicePacks(undefined, parts)).toBe(0)
  expect(said()).toMatch(/No voice pack is here/)
})

test('who says no, or is not there to be asked, fetches nothing', async () => {
  const server = await packServer()
  const refused = machine(server, { ask: async () => 'n' })
  expect(await addVoicePack('kokoro', {}, refused.parts)).toBe(0)
  expect(refused.said()).toMatch(/Nothing was fetched/)
  const alone = machine(server, { ask: undefined })
  expect(await addVoicePack('kokoro', {}, alone.parts)).toBe(2)
  expect(alone.complained()).toMatch(/voices add kokoro --yes/)
  expect(server.asked).toEqual([])
  expect(await addVoicePack('kokoro', { yes: true }, alone.parts)).toBe(0)
})

test('a name that no pack has is refused with those there are', async () => {
  const { parts, complained } = machine(await packServer())
  expect(await addVoicePack('supertonic', { yes: true }, parts)).toBe(2)
  expect(await removeVoicePack('../looks', parts)).toBe(2)
  expect(complained()).toMatch(/There is no voice pack supertonic; there are kokoro\.\n.*no voice pack \.\.\/looks/)
})

test('what is damaged is named, and a second `add` mends it', async () => {
  const server = await packServer()
  const { parts, home, complained } = machine(server)
  await addVoicePack('kokoro', { yes: true }, parts)
  writeFileSync(join(home, 'voices/kokoro/lexicon/us_gold.json'), Buffer.alloc(3_000))
  expect(await checkVoicePacks('kokoro', parts)).toBe(1)
  expect(complained()).toMatch(/not whole \(lexicon\/us_gold\.json\); mend it with `pausecut voices add kokoro`/)
  expect(await addVoicePack('kokoro', { yes: true }, parts)).toBe(0)
  expect(await checkVoicePacks('kokoro', parts)).toBe(0)
})

test('half a pack is said to be one', async () => {
  const server = await packServer()
  const { parts, home, said } = machine(server)
  mkdirSync(join(home, 'voices/kokoro/onnx'), { recursive: true })
  writeFileSync(
    join(home, 'voices/kokoro/onnx/model.onnx.part'),
    server.bytesOf('onnx/model.onnx').subarray(0, 100_000),
  )
  expect(await checkVoicePacks('kokoro', parts)).toBe(1)
  expect(said()).toMatch(/kokoro: 100\.0 kB of 308\.0 kB are here; `pausecut voices add kokoro` goes on/)
  expect(await addVoicePack('kokoro', { yes: true }, parts)).toBe(0)
  expect(server.asked[0]).toBe('/m/onnx/model.onnx bytes=100000-')
})

/** The folder of a pack that was fetched elsewhere. */
async function fetched(server: PackServer): Promise<string> {
  const { parts, home } = machine(server)
  await addVoicePack('kokoro', { yes: true }, parts)
  server.asked.length = 0
  return join(home, 'voices/kokoro')
}

test.each(['its own folder', 'files as a browser saves them', 'a folder of folders', 'a zip'])(
  'without network: %s',
  async (how) => {
    const server = await packServer()
    const folder = await fetched(server)
    let from = scratch()
    if (how === 'its own folder') from = folder
    if (how === 'a folder of folders') cpSync(folder, join(from, 'stick/voices'), { recursive: true })
    if (how === 'files as a browser saves them') {
      renameSync(join(folder, 'onnx/model.onnx'), join(from, 'kokoro-v1.0 (1).onnx'))
      renameSync(join(folder, 'voices/af_heart.bin'), join(from, 'af_heart.bin'))
      renameSync(join(folder, 'lexicon/us_gold.json'), join(from, 'download.json'))
      writeFileSync(join(from, 'holiday.jpg'), Buffer.alloc(5_000))
    }
    if (how === 'a zip') {
      const zip = new JSZip()
      for (const { path } of server.pack.files) zip.file(`kokoro/${path}`, await readFile(join(folder, path)))
      from = join(from, 'kokoro.zip')
      writeFileSync(from, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))
    }
    const { parts, said } = machine(server, { ask: undefined })
    expect(await addVoicePack('kokoro', { from }, parts)).toBe(0)
    expect(said()).toContain(`from     ${from}`)
    expect(await checkVoicePacks('kokoro', parts)).toBe(0)
    expect(server.asked).toEqual([])
  },
)

test('without network: what is missing, wrong, or no folder and no zip is said, and nothing counts as a pack', async () => {
  const server = await packServer()
  const folder = await fetched(server)
  writeFileSync(join(folder, 'voices/af_heart.bin'), Buffer.alloc(5_000))
  const { parts, home, complained } = machine(server)
  expect(await addVoicePack('kokoro', { from: folder }, parts)).toBe(1)
  expect(complained()).toMatch(/does not hold the voice pack kokoro \(voices\/af_heart\.bin is not in it, or not as/)
  rmSync(join(folder, 'voices/af_heart.bin'))
  expect(await addVoicePack('kokoro', { from: folder }, parts)).toBe(1)
  expect(await addVoicePack('kokoro', { from: join(folder, 'pack.json') }, parts)).toBe(1)
  expect(await addVoicePack('kokoro', { from: join(folder, 'nothing') }, parts)).toBe(1)
  expect(complained().match(/neither a folder nor a zip/g)).toHaveLength(2)
  expect(existsSync(join(home, 'voices/kokoro/pack.json'))).toBe(false)
})
