import { expect, test } from 'vitest'
import { planBands } from '#engines/h264/planBands.ts'
import { readPictures } from '#engines/h264/readPictures.ts'
import { toByteStream } from '#engines/h264/syntax/nalUnits.ts'
import { makeStream } from './bandStream.ts'

const band = planBands(160, [{ name: 'waveform', top: 60, bottom: 100 }])[0]!
const delimiter = Uint8Array.of(9, 0xf0)

test('a picture is there as soon as the delimiter of the next one is, while the stream stays open', async () => {
  const { bytes } = makeStream(band, 3, [true])
  let ended = false
  async function* stream() {
    yield bytes
    yield toByteStream([delimiter, Uint8Array.of(6, 5)])
    ended = true
  }
  const pictures = readPictures(stream())
  const { value } = await pictures.next()
  expect(value?.slices.length).toBeGreaterThan(0)
  expect(ended).toBe(false)
  expect((await pictures.next()).done).toBe(true)
})

test('each picture has the parameter sets that came before it', async () => {
  const { bytes } = makeStream(band, 3, [true, false, true])
  const pictures = await Array.fromAsync(readPictures(only(bytes)))
  expect(pictures.map(({ slices }) => slices[0]!.header.nal_unit_type)).toEqual([5, 1, 5])
  expect(pictures[2]!.sps).toEqual(pictures[0]!.sps)
  expect(pictures[2]!.sps).not.toBe(pictures[0]!.sps)
})

test('what does not belong into a stream is refused in words', async () => {
  async function* stream() {
    yield toByteStream([Uint8Array.of(0x65, 0x88, 0x80)])
  }
  await expect(readPictures(stream()).next()).rejects.toThrow('a slice comes before its parameter sets')
  async function* partitions() {
    yield toByteStream([Uint8Array.of(0x62, 0x88, 0x80)])
  }
  await expect(readPictures(partitions()).next()).rejects.toThrow('NAL unit type 2')
})

async function* only(bytes: Uint8Array) {
  yield bytes
}
