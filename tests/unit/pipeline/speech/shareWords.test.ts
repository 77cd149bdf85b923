import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareWords } from '#pipeline/speech/shareWords.ts'

test('words fill the time in order, each with its share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
      fc.double({ min: 0, max: 9, noNaN: true }),
      (words, start) => {
        const times = shareWords(words, start, start + 10)
        expect(times.map(({ text }) => text)).toEqual(words)
        expect(times[0]?.start).toBe(start)
        expect(times.at(-1)?.end).toBeCloseTo(start + 10)
        for (const [at, time] of times.entries()) {
          expect(time.end).toBeGreaterThan(time.start)
          expect(time.start).toBeGreaterThanOrEqual(times[at - 1]?.end ?? 0)
        }
      },
    ),
  )
})

test('longer words take longer, and a stop rests', () => {
  const [short, long, after] = shareWords(['a', 'elephants.', 'b'], 0, 1)
  expect(long!.end - long!.start).toBeCloseTo(9 * (short!.end - short!.start))
  expect(long!.start).toBeCloseTo(short!.end)
  expect(after!.start - long!.end).toBeCloseTo(6 / 17)
})
