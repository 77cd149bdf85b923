import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageOutput } from '#pipeline/packageOutput.ts'

let folder: string
const never = new AbortController().signal

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausecut-zip-'))
})
afterEach(() => rm(folder, { recursive: true }))

const file = async (name: string, content: Buffer) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return { path, name }
}

/** Entries by the central directory, in its order (PKWARE APPNOTE 4.3.12). */
async function unpack(path: string) {
  const zip = await readFile(path)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  const entries: { name: string; method: number; content: Buffer }[] = []
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      content: inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

test('packs files in the order given, under their own names, to the byte', async () => {
  const contents = [randomBytes(3_000_000), Buffer.alloc(0), randomBytes(10)]
  const files = [
    await file('api_Zürich_東京.mp4', contents[0]!),
    await file('api_Empty.mp4', contents[1]!),
    await file('api_A_Last.mp4', contents[2]!),
  ]
  const out = join(folder, 'out', 'api_shorts_581cfa84_ab12cd34.zip')
  const packed = await packageOutput(files, out, never)
  const { length } = await readFile(out)
  expect(packed).toEqual({
    ok: true,
    value: { kind: 'zip', path: out, name: 'api_shorts_581cfa84_ab12cd34.zip', size: length },
  })
  const entries = await unpack(out)
  expect(entries.map((entry) => entry.name)).toEqual(files.map(({ name }) => name))
  expect(entries.map((entry) => entry.content.equals(contents[entries.indexOf(entry)]!))).toEqual([true, true, true])
  // Stored entries of unknown length are what the Finder refuses.
  expect(entries.map((entry) => entry.method)).toEqual([8, 8, 8])
  expect(await readdir(join(folder, 'out'))).toEqual(['api_shorts_581cfa84_ab12cd34.zip'])
})

test('a file that is gone fails in words and leaves no ZIP', async () => {
  const files = [await file('a.mp4', randomBytes(10)), { path: join(folder, 'gone.mp4'), name: 'gone.mp4' }]
  const packed = await packageOutput(files, join(folder, 'out', 'x.zip'), never)
  expect(packed).toMatchObject({ ok: false, error: { code: 'FILE_FAILED' } })
  expect(await readdir(join(folder, 'out'))).toEqual([])
})

test('an abort in the middle leaves no ZIP', async () => {
  const files = [await file('a.mp4', randomBytes(30_000_000)), await file('b.mp4', randomBytes(30_000_000))]
  const controller = new AbortController()
  const out = join(folder, 'out')
  const packing = packageOutput(files, join(out, 'x.zip'), controller.signal)
  await expect.poll(async () => (await readdir(out).catch(() => [])).length).toBe(1)
  controller.abort()
  expect(await packing).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(await readdir(out)).toEqual([])
})
