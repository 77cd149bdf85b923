import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNarration, openRaw, repeated } from '#engines/ffmpeg/sound/openSound.ts'
import { encodePcm16, parseWav, wavHeader } from '#shared/wav.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const whole = async (frames: AsyncIterable<Float32Array>) => {
  const pieces = await Array.fromAsync(frames)
  return Float32Array.from(pieces.flatMap((piece) => [...piece]))
}

function narration(samples: Float32Array): { file: string; bytes: Uint8Array } {
  const file = join(scratch(), 'narration.wav')
  const bytes = Buffer.concat([wavHeader(16_000, samples.length), encodePcm16(samples)])
  writeFileSync(file, bytes)
  return { file, bytes }
}

test('a narration is read as often as asked, in pieces, and is what the file says', async () => {
  const { file, bytes } = narration(Float32Array.from({ length: 150_001 }, (_, i) => Math.sin(i / 10)))
  const sound = await openNarration(file)
  expect(sound).toMatchObject({ sampleRate: 16_000, channels: 1 })
  const wanted = parseWav(bytes)
  for (let round = 0; round < 2; round++)
    expect(await whole(sound.frames())).toEqual('samples' in wanted && wanted.samples)
  const pieces = await Array.fromAsync(sound.frames())
  expect(pieces.length).toBeGreaterThan(1)
})

test('a file that is no narration is refused', async () => {
  const file = join(scratch(), 'other.wav')
  writeFileSync(file, 'RIFFsomething else')
  await expect(openNarration(file)).rejects.toThrow('is not a narration')
})

test('raw sound keeps its channels in turn', async () => {
  const file = join(scratch(), 'mix')
  const frames = Float32Array.from({ length: 100_000 }, (_, i) => (i % 2 ? -i : i) / 1e5)
  writeFileSync(file, Buffer.from(frames.buffer))
  const sound = openRaw(file, 44_100, 2)
  expect(await whole(sound.frames())).toEqual(frames)
  for await (const piece of sound.frames()) expect(piece.length % 2).toBe(0)
})

test('a short sound is repeated to the sample, and an empty one does not go on for ever', async () => {
  const { file } = narration(Float32Array.of(0.5, -0.5, 0.25))
  const loop = await whole(repeated(await openNarration(file), 8 / 16_000).frames())
  expect([...loop]).toEqual([0.5, -0.5, 0.25, 0.5, -0.5, 0.25, 0.5, -0.5])
  const empty = await openNarration(narration(new Float32Array(0)).file)
  expect(await whole(repeated(empty, 1).frames())).toHaveLength(0)
})
