import { expect, test } from 'vitest'
import type { Reference } from '#engines/align/reference.ts'
import { scatterOf } from '#engines/align/verify/scatter.ts'

/** Words of a second each. */
const reference = {
  words: new Array(6).fill({ readings: [[[{ name: 'a', start: 0, end: 1 }]]], open: false }),
} as unknown as Reference
const spans = (lengths: number[]) => {
  const ends = lengths.map((_, at) => lengths.slice(0, at + 1).reduce((a, b) => a + b, 0))
  return ends.map((end, at) => ({ start: end - lengths[at]!, end }))
}
const voices = (...times: number[][]) => times.map((lengths) => ({ reference, times: spans(lengths) }))
const even = [1, 1, 1, 1, 1, 1]

test('a pace of one’s own is no scatter, however fast', () => {
  const slow = even.map(() => 3)
  expect(scatterOf(voices(slow, slow, even))).toBeCloseTo(0, 6)
})
test('words that were run over are, where most voices find them so', () => {
  const over = [1, 1, 1, 0.1, 0, 1]
  expect(scatterOf(voices(over, over, even))).toBeGreaterThan(1)
  expect(scatterOf(voices(over, even, even))).toBeCloseTo(0, 1)
})
