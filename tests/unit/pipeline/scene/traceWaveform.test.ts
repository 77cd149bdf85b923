import { expect, test } from 'vitest'
import { traceWaveform } from '#pipeline/scene/traceWaveform.ts'

const rate = 24_000
const tone = (hertz: number, seconds: number, level = 0.5) =>
  Float32Array.from({ length: rate * seconds }, (_, i) => level * Math.sin((2 * Math.PI * hertz * i) / rate))
const silence = (seconds: number) => new Float32Array(rate * seconds)
async function* inChunks(sound: Float32Array, size: number) {
  for (let at = 0; at < sound.length; at += size) yield sound.subarray(at, at + size)
}
const trace = (sound: Float32Array, frameCount: number, columns = 24, chunk = 1000) =>
  traceWaveform(inChunks(sound, chunk), rate, frameCount, columns)
const frame = (levels: Float32Array, index: number, columns = 24) => [
  ...levels.subarray(index * columns, (index + 1) * columns),
]

test('bars are the same to the left and to the right, between 0 and 1', async () => {
  const levels = await trace(tone(300, 1), 30)
  const bars = frame(levels, 15)
  expect(bars).toEqual([...bars].reverse())
  expect(Math.max(...bars)).toBeGreaterThan(0.5)
  for (const level of levels) expect(level >= 0 && level <= 1).toBe(true)
})

test('a low tone shows in the middle, a high one at the edges', async () => {
  const both = Float32Array.from([...tone(150, 1), ...tone(4000, 1)])
  const levels = await trace(both, 60)
  const [low, high] = [frame(levels, 15), frame(levels, 50)]
  expect(low[11]).toBeGreaterThan(low[1]!)
  expect(high[1]).toBeGreaterThan(high[11]!)
})

test('bars rise at once with the sound and fall away after it', async () => {
  const sound = Float32Array.from([...silence(0.5), ...tone(300, 0.5), ...silence(1)])
  const levels = await trace(sound, 60)
  const loudest = (index: number) => Math.max(...frame(levels, index))
  expect(loudest(10)).toBeLessThan(0.05)
  expect(loudest(18)).toBeGreaterThan(0.5)
  expect(loudest(34)).toBeLessThan(loudest(29))
  expect(loudest(55)).toBeLessThan(0.05)
})

test('silence rests, and frames beyond the sound are there', async () => {
  const levels = await trace(silence(0.2), 90)
  expect(levels.length).toBe(90 * 24)
  expect(Math.max(...levels)).toBeLessThan(0.05)
})

test('how the sound is cut into chunks makes no difference', async () => {
  const sound = tone(440, 0.7)
  expect(await trace(sound, 21, 24, 333)).toEqual(await trace(sound, 21, 24, 16_800))
})

test('an odd number of columns has one in the middle', async () => {
  const bars = frame(await trace(tone(300, 1), 30, 7), 15, 7)
  expect(bars).toEqual([...bars].reverse())
})
