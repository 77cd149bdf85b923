import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWav, readWavChunks, writeWav } from '#files/wavFile.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

test('what is written in chunks is read back whole, and in chunks', async () => {
  const path = join(scratch(), 'sound.wav')
  const samples = Float32Array.from({ length: 100_003 }, (_, at) => Math.round(Math.sin(at) * 32_000) / 32_768)
  const chunks = [samples.subarray(0, 1), samples.subarray(1, 70_000), new Float32Array(0), samples.subarray(70_000)]
  expect(await writeWav(path, 24_000, chunks)).toBe(samples.length)
  expect(await readWav(path)).toEqual({ samples, sampleRate: 24_000 })
  const parts = await Array.fromAsync(readWavChunks(path))
  expect(parts.length).toBeGreaterThan(2)
  expect(Float32Array.from(parts.flatMap((part) => [...part]))).toEqual(samples)
})

test('a broken file is not read as sound', async () => {
  const path = join(scratch(), 'sound.wav')
  writeFileSync(path, 'RIFF')
  await expect(readWav(path)).rejects.toThrow('it is not a WAV')
})
