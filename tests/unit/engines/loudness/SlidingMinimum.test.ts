import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SlidingMinimum } from '#engines/loudness/SlidingMinimum.ts'

test('it is the least of as many values as asked for, at every one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: 0, max: 5 })), (span, values) => {
      const sliding = new SlidingMinimum(span)
      values.forEach((value, i) => {
        expect(sliding.next(value)).toBe(Math.min(...values.slice(Math.max(0, i + 1 - span), i + 1)))
      })
    }),
    { numRuns: 500 },
  )
})
