import { expect, test } from 'vitest'
import type { VoicePath } from '#engines/align/alignVoice.ts'
import { buildLattice } from '#engines/align/lattice.ts'
import { leastTrust, trustIn } from '#engines/align/verify/trust.ts'

const sound = [[{ name: 'a', start: 0, end: 0.1 }]]
const lattice = buildLattice(new Array(4).fill({ readings: [sound], open: false }), 100)
const voice = (excess: number, cost = 0.3) => ({ excess, lattice, path: { cost } }) as VoicePath
const spans = (...starts: number[]) => starts.map((start) => ({ start, end: start + 0.2 }))
const same = [spans(0, 1, 2, 3), spans(0, 1, 2, 3), spans(0, 1.05, 2, 3)]

test('voices that agree on words that fit are trusted', () => {
  expect(trustIn([voice(0.02), voice(0.03), voice(0.04)], same)).toBe(1)
})
test('words found in other places by each voice are not', () => {
  const apart = [spans(0, 1, 2, 3), spans(0.3, 1.4, 2.5, 3), spans(0, 1, 2, 3)]
  expect(trustIn([voice(0.03), voice(0.03), voice(0.03)], apart)).toBeLessThan(leastTrust)
})
test('neither are words that fit worse than any others would', () => {
  expect(trustIn([voice(0.11), voice(0.11), voice(0.02)], same)).toBeLessThan(leastTrust)
})
test('nor those without a path', () => {
  expect(trustIn([voice(0.02), voice(0.02), voice(0, Number.POSITIVE_INFINITY)], same)).toBe(0)
})
test('words that were left out are a doubt, one voice alone that misses one is none', () => {
  const missing = (...words: number[]) =>
    same[0]!.map((span, i) => (words.includes(i) ? { ...span, end: span.start } : span))
  const fine = [voice(0.02), voice(0.02), voice(0.02)]
  expect(trustIn(fine, [missing(1, 2, 3), missing(1, 2, 3), missing(1, 2, 3)])).toBeLessThan(leastTrust)
  expect(trustIn(fine, [missing(1), missing(2), missing(3)])).toBe(1)
})
