import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type AddPackParts, addPack } from '#app/voices/addPack.ts'
import { openDownload } from '#app/voices/openDownload.ts'
import { englishSentence } from '#shared/errors.ts'
import { PackManifest, packSize, type VoicePack } from '#shared/speech/voicePacks.ts'
import { largest, type Mood, type PackServer, packServer } from '#tests/fakes/api/packServer.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

// The network, the server and the disk misbehave; what is kept is right all the same.

const model = 'onnx/model.onnx'
const at = (home: string, path: string) => join(home, 'voices', 'kokoro', path)
const quick = { silence: 20_000, least: 2, again: 8, pause: 1 }
const impatient = { ...quick, silence: 150 }

interface Options extends Partial<Pick<AddPackParts, 'signal' | 'told' | 'spare'>> {
  readonly env?: NodeJS.ProcessEnv
  readonly patience?: typeof quick
  readonly pack?: VoicePack
}

/** Adds the server's pack; what failed, as a sentence, or `added`. */
async function add(server: PackServer, mood: Mood, home: string, options: Options = {}): Promise<string> {
  server.mood = mood
  server.asked.length = 0
  const { signal = new AbortController().signal, told = () => {}, spare = 0 } = options
  const { env = { HF_ENDPOINT: server.origin }, patience = quick, pack = server.pack } = options
  const source = openDownload(pack, { signal, env, patience })
  const added = await addPack(pack, { home, source, signal, told, spare })
  await source.close()
  return added.ok ? 'added' : `${added.error.code}: ${englishSentence(added.error)}`
}

function expectWhole(server: PackServer, home: string): void {
  for (const { path } of server.pack.files) {
    expect(readFileSync(at(home, path)).equals(server.bytesOf(path)), path).toBe(true)
    expect(existsSync(`${at(home, path)}.part`)).toBe(false)
  }
  const manifest = PackManifest.parse(JSON.parse(readFileSync(at(home, 'pack.json'), 'utf8')))
  expect(manifest.files.map(({ path }) => path)).toEqual(server.pack.files.map(({ path }) => path))
}

const partSize = (home: string) => statSync(`${at(home, model)}.part`, { throwIfNoEntry: false })?.size ?? 0

test('a pack is fetched with its progress, and not a second time', async () => {
  const [server, home] = [await packServer(), scratch()]
  const told: number[] = []
  expect(await add(server, 'good', home, { told: (done, total) => told.push(done / total) })).toBe('added')
  expectWhole(server, home)
  expect(told).toEqual(told.toSorted((one, other) => one - other))
  expect([told[0], told.at(-1)]).toEqual([0, 1])
  expect(await add(server, 'good', home)).toBe('added')
  expect(server.asked).toEqual([])
})

test('a server that breaks off again and again is gone on with, as long as it sends something', async () => {
  const [server, home] = [await packServer(), scratch()]
  expect(await add(server, 'cut', home, { patience: { ...quick, again: 60 } })).toBe('added')
  expect(server.asked.filter((line) => line.includes('bytes=')).length).toBeGreaterThan(5)
  expectWhole(server, home)
})

test('what was fetched before it broke off for good stays, and is not fetched again, across a redirect to another host', async () => {
  const [server, home] = [await packServer(), scratch()]
  expect(await add(server, 'cut', home, { patience: { ...quick, again: 0 } })).toMatch(/^VOICE_PACK_CUT: .*goes on/)
  expect(existsSync(at(home, 'pack.json'))).toBe(false)
  expect(partSize(home)).toBe(largest / 3)
  expect(await add(server, 'redirect', home)).toBe('added')
  const range = `bytes=${largest / 3}-`
  expect(server.asked.slice(0, 2)).toEqual([`/m/${model} ${range}`, `/elsewhere/${model} ${range}`])
  expectWhole(server, home)
})

test('a server that takes no ranges sends all of it again', async () => {
  const [server, home] = [await packServer(), scratch()]
  await add(server, 'cut', home, { patience: { ...quick, again: 0 } })
  expect(await add(server, 'noRange', home)).toBe('added')
  expectWhole(server, home)
})

test.each<Mood>(['wrong', 'long'])('bytes that are %s are thrown away', async (mood) => {
  const [server, home] = [await packServer(), scratch()]
  expect(await add(server, mood, home)).toMatch(
    /^VOICE_PACK_OTHER_FILE: .*127\.0\.0\.1.*onnx\/model\.onnx.*thrown away/,
  )
  expect(existsSync(at(home, model)) || existsSync(`${at(home, model)}.part`)).toBe(false)
  expect(await add(server, 'good', home)).toBe('added')
  expectWhole(server, home)
})

test.each([
  ['a third of it', largest / 3],
  ['all of it', largest],
  ['more than there is', largest + 1],
])('wrong bytes of an earlier try, %s, are found out and everything is fetched once more', async (_, size) => {
  const [server, home] = [await packServer(), scratch()]
  mkdirSync(at(home, 'onnx'), { recursive: true })
  writeFileSync(`${at(home, model)}.part`, Buffer.alloc(size))
  expect(await add(server, 'good', home)).toBe('added')
  expectWhole(server, home)
})

test.each<Mood>(['loginPage', 'missing', 'cutAtOnce', 'stall'])(
  'a %s in place of the rest leaves what is here',
  async (mood) => {
    const [server, home] = [await packServer(), scratch()]
    await add(server, 'cut', home, { patience: { ...quick, again: 0 } })
    const before = partSize(home)
    const failed = await add(server, mood, home, { patience: mood === 'stall' ? impatient : quick })
    expect(failed).toMatch(/^VOICE_PACK_(OTHER_FILE|REFUSED|CUT|STALLED)/)
    expect(partSize(home)).toBeGreaterThanOrEqual(before)
    // Nothing of what came instead is among them.
    const kept = readFileSync(`${at(home, model)}.part`)
    expect(kept.equals(server.bytesOf(model).subarray(0, kept.length))).toBe(true)
    expect(await add(server, 'good', home)).toBe('added')
    expect(server.asked[0]).toBe(`/m/${model} bytes=${kept.length}-`)
    expectWhole(server, home)
  },
)

test('a server whose file is shorter than what is here does not have our file', async () => {
  const [server, home] = [await packServer(), scratch()]
  await add(server, 'cut', home, { patience: { ...quick, again: 0 } })
  expect(await add(server, 'short', home)).toMatch(/^VOICE_PACK_OTHER_FILE/)
})

test('the bytes are asked for as they lie there', async () => {
  const [server, home] = [await packServer(), scratch()]
  expect(await add(server, 'gzip', home)).toBe('added')
})

test('what a server refuses is said with its status; the next address is asked', async () => {
  const [server, home] = [await packServer(), scratch()]
  expect(await add(server, 'missing', home)).toMatch(/^VOICE_PACK_REFUSED: .*onnx\/model\.onnx.*404/)
  const files = server.pack.files.map((file) => ({ ...file, addresses: ['{hub}/nothing', ...file.addresses] }))
  expect(await add(server, 'good', home, { pack: { ...server.pack, files } })).toBe('added')
  expect(server.asked.slice(0, 2)).toEqual(['/nothing', `/m/${model}`])
})

test('a mirror of the environment is asked first, with the layout of the folder; the hash decides', async () => {
  const [server, mirror, home] = [await packServer(), await packServer(), scratch()]
  const env = { HF_ENDPOINT: server.origin, PAUSECUT_VOICE_MIRRORS: `${mirror.origin}/` }
  expect(await add(server, 'good', home, { env })).toBe('added')
  expect(mirror.asked[0]).toBe(`/kokoro/${model}`)
  expectWhole(server, home)
})

test('the proxy of the environment is gone through, but for hosts that it leaves out', async () => {
  const [server, home] = [await packServer(), scratch()]
  const through: string[] = []
  const proxy = createServer().listen(0, '127.0.0.1')
  proxy.on('connect', ({ url = '' }, socket) => {
    through.push(url)
    if (through.length > 1) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    const [host, port] = url.split(':')
    const onward = connect(Number(port), host, () => socket.write('HTTP/1.1 200 Connection Established\r\n\r\n'))
    socket.pipe(onward).pipe(socket)
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  await once(proxy, 'listening')
  onTestFinished(() => void proxy.close())
  const { port } = proxy.address() as AddressInfo
  const env = { HF_ENDPOINT: server.origin, HTTP_PROXY: `http://127.0.0.1:${port}` }
  expect(await add(server, 'good', home, { env })).toBe('added')
  expect(through).toEqual([new URL(server.origin).host])
  expect(await add(server, 'good', scratch(), { env })).toMatch(/^VOICE_PACK_UNREACHABLE: .*proxy.*opens no way/)
  expect(await add(server, 'good', scratch(), { env: { ...env, NO_PROXY: '127.0.0.1' } })).toBe('added')
  expect(through).toHaveLength(2)
})

test('nobody there, a name that leads nowhere, a proxy that is no address: each says what it is', async () => {
  const server = await packServer()
  const closed = createServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const { port } = closed.address() as AddressInfo
  closed.close()
  await once(closed, 'close')
  const of = (env: NodeJS.ProcessEnv) => add(server, 'good', scratch(), { env })
  expect(await of({ HF_ENDPOINT: `http://127.0.0.1:${port}` })).toMatch(
    /^VOICE_PACK_UNREACHABLE: .*refuses connections/,
  )
  expect(await of({ HF_ENDPOINT: server.origin, HTTP_PROXY: ':::' })).toMatch(
    /^VOICE_PACK_UNREACHABLE: .*proxy.*no web address/,
  )
  expect(await of({ HF_ENDPOINT: 'huggingface' })).toMatch(/^VOICE_PACK_UNREACHABLE: huggingface.*no web address/)
  expect(await of({ HF_ENDPOINT: 'http://voices.invalid' })).toMatch(/^VOICE_PACK_UNREACHABLE: voices\.invalid/)
})

test('a server that falls silent, or drips, is left', async () => {
  const [server, home] = [await packServer(), scratch()]
  const drips = { ...impatient, least: 1_000_000, again: 0 }
  expect(await add(server, 'stall', home, { patience: impatient })).toMatch(/^VOICE_PACK_STALLED/)
  expect(await add(server, 'slow', home, { patience: drips })).toMatch(/^VOICE_PACK_STALLED/)
  expect(partSize(home)).toBeGreaterThan(0)
})

test('a download that is cancelled keeps what it has', async () => {
  const [server, home] = [await packServer(), scratch()]
  const controller = new AbortController()
  const told = (done: number) => done > 20_000 && controller.abort()
  expect(await add(server, 'slow', home, { signal: controller.signal, told })).toBe('CANCELLED: Cancelled')
  expect(partSize(home)).toBeGreaterThan(0)
})

test('a file that was damaged later is fetched again, and the pack is none meanwhile', async () => {
  const [server, home] = [await packServer(), scratch()]
  await add(server, 'good', home)
  writeFileSync(at(home, 'voices/af_heart.bin'), Buffer.alloc(5_000))
  writeFileSync(at(home, model), '')
  expect(await add(server, 'missing', home)).toMatch(/^VOICE_PACK_REFUSED/)
  expect(existsSync(at(home, 'pack.json'))).toBe(false)
  expect(await add(server, 'good', home)).toBe('added')
  expectWhole(server, home)
})

test('two at once: one is refused, and the other is not disturbed', async () => {
  const [server, home] = [await packServer(), scratch()]
  const both = await Promise.all([add(server, 'good', home), add(server, 'good', home)])
  expect(both.toSorted()).toEqual([expect.stringMatching(/^VOICE_PACK_BUSY: .*kokoro/), 'added'])
  expectWhole(server, home)
})

test('kill -9 in the middle of a download: the next one takes over and goes on where it was', async () => {
  const [server, home] = [await packServer(), scratch()]
  server.mood = 'slow'
  const module = (path: string) => JSON.stringify(new URL(`../../../../src-main/${path}`, import.meta.url).href)
  const script = `
    const { addPack } = await import(${module('app/voices/addPack.ts')})
    const { openDownload } = await import(${module('app/voices/openDownload.ts')})
    const pack = ${JSON.stringify(server.pack)}
    const signal = new AbortController().signal
    const told = (done) => done > 30_000 && console.log('under way')
    const source = openDownload(pack, { signal, env: { HF_ENDPOINT: ${JSON.stringify(server.origin)} } })
    await addPack(pack, { home: ${JSON.stringify(home)}, source, signal, told, spare: 0 })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect(await add(server, 'slow', home)).toMatch(/^VOICE_PACK_BUSY/)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const kept = partSize(home)
  expect(kept).toBeGreaterThan(0)
  expect(await add(server, 'good', home)).toBe('added')
  expect(server.asked[0]).toBe(`/m/${model} bytes=${kept}-`)
  expectWhole(server, home)
})

test('too little room is said before anything is fetched', async () => {
  const [server, home] = [await packServer(), scratch()]
  expect(await add(server, 'good', home, { spare: 1e18 })).toMatch(/^VOICE_PACK_NO_ROOM: .*are needed.*are free/)
  expect(server.asked).toEqual([])
  expect(packSize(server.pack)).toBe(308_000)
})

test('a disk that fills up on the way is said with what is missing, and what was fetched stays', async ({ skip }) => {
  const [server, home] = [await packServer(), scratch()]
  mkdirSync(join(home, 'voices'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160k', 'tmpfs', join(home, 'voices')], { stdio: 'pipe' })
  } catch (error) {
    return skip(`No small disk can be mounted here, so a disk that fills up was not tried: ${error}`)
  }
  onTestFinished(() => void execFileSync('umount', [join(home, 'voices')]))
  // As if the room had been there when it was asked for.
  expect(await add(server, 'good', home, { spare: -1e9 })).toMatch(/^(DISK_FULL|VOICE_PACK_NO_ROOM)/)
  expect(partSize(home)).toBeGreaterThan(0)
  expect(existsSync(at(home, 'pack.json'))).toBe(false)
})
