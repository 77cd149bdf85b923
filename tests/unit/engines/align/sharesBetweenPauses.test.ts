import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesBetweenPauses } from '#engines/align/sharesBetweenPauses.ts'

/** Loudness by seconds: speech and pauses by turns. */
const loudness = (...seconds: number[]) =>
  Float32Array.from(seconds.flatMap((length, i) => new Array(Math.round(100 * length)).fill(i % 2 === 0 ? 0 : 1)))

test('a heard pause goes to the punctuation, and the words share the time between', () => {
  // Half a second of silence, two words, a pause, three words, silence.
  const spans = sharesBetweenPauses(['Never', 'mind.', 'We', 'shall', 'see'], loudness(0.5, 1, 0.6, 1, 0.5))
  expect(spans[0]!.start).toBeCloseTo(0.5, 1)
  expect(spans[1]!.end).toBeCloseTo(1.5, 1)
  expect(spans[2]!.start).toBeCloseTo(2.1, 1)
  expect(spans[4]!.end).toBeCloseTo(3.1, 1)
  expect(spans[0]!.end).toBeCloseTo(0.5 + 5 / 9, 1)
})

test('Chinese has its pauses too', () => {
  const spans = sharesBetweenPauses(['你好，', '世界。'], loudness(0, 1, 0.4, 1))
  expect(spans.map(({ start }) => Math.round(10 * start))).toEqual([0, 14])
})

test('whatever is heard, every word has a span, in order, within the speech', () => {
  const levels = fc.array(fc.double({ min: 0, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 400 })
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 20 }), levels, (words, loud) => {
      const spans = sharesBetweenPauses(words, Float32Array.from(loud))
      expect(spans).toHaveLength(words.length)
      let now = 0
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(now - 1e-6)
        expect(end).toBeGreaterThanOrEqual(start)
        now = end
      }
      expect(now).toBeLessThanOrEqual(loud.length / 100 + 0.011)
    }),
  )
})
