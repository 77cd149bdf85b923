import { expect, test } from 'vitest'
import { raisePeaks, reach } from '#engines/loudness/truePeak.ts'

/** A sine of full scale whose samples all miss its peaks: at a quarter of the rate, by an eighth of a turn. */
const missed = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(Math.PI * (i / 2 + 0.25)))

test('a peak between samples is found', () => {
  const peaks = new Float32Array(200)
  raisePeaks(missed(200 + 2 * reach - 1), peaks, 0)
  // One gap in two holds a peak; none lies in the other.
  for (let i = 1; i < peaks.length; i++) expect(Math.max(peaks[i - 1]!, peaks[i]!)).toBeGreaterThan(0.97)
  expect(20 * Math.log10(Math.max(...peaks))).toBeCloseTo(0, 1)
})

test('levels that can not reach the floor are left out, and those that can are not', () => {
  const samples = missed(60)
  const [all, some, none] = [0, 0.9, 3].map((floor) => {
    const peaks = new Float32Array(60 - 2 * reach + 1)
    raisePeaks(samples, peaks, floor)
    return peaks
  })
  expect(some).toEqual(all)
  expect(Math.max(...none!)).toBe(0)
})

test('what was higher before stays', () => {
  const peaks = new Float32Array(10).fill(2)
  raisePeaks(missed(10 + 2 * reach - 1), peaks, 0)
  expect(Math.min(...peaks)).toBe(2)
})
