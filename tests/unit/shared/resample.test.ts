import { expect, test } from 'vitest'
import { resample } from '#shared/resample.ts'

const tone = (hz: number, rate: number) =>
  Float32Array.from({ length: rate / 2 }, (_, i) => Math.sin((2 * Math.PI * hz * i) / rate))

test.each([24_000, 22_050, 44_100, 48_000, 8000])('a tone at %d Hz is the same tone at 16 kHz', (rate) => {
  const got = resample(tone(440, rate), rate, 16_000)
  const wanted = tone(440, 16_000)
  expect(got.length).toBe(8000)
  for (let i = 200; i < 7800; i++) expect(got[i]).toBeCloseTo(wanted[i]!, 2)
})

test('what 16 kHz can not hold is gone, not folded', () => {
  const folded = resample(tone(11_000, 48_000), 48_000, 16_000)
  expect(Math.max(...folded.subarray(200, 7800).map(Math.abs))).toBeLessThan(0.02)
})
