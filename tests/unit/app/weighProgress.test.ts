import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighProgress } from '#app/weighProgress.ts'

test('a longer segment moves the bar further', () => {
  const short = weighProgress([10, 30]).finish(0)
  const long = weighProgress([10, 30]).finish(1)
  expect(long).toBeCloseTo(3 * short)
})

test('when every segment is through, only packing is left', () => {
  const progress = weighProgress([10, 30])
  progress.finish(0)
  expect(progress.finish(1)).toBe(98)
})

test('whatever is reported, progress stays between 0 and 98 and never goes backwards', () => {
  const report = fc.record({
    position: fc.nat(4),
    stage: fc.constantFrom('speak' as const, 'render' as const),
    share: fc.double({ min: -1, max: 2, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 60, noNaN: true })), fc.array(report), (seconds, reports) => {
      const progress = weighProgress(seconds)
      let before = 0
      for (const { position, stage, share } of reports) {
        const now = progress.advance(position, stage, share)
        expect(now).toBeGreaterThanOrEqual(before)
        expect(now).toBeLessThanOrEqual(98)
        before = now
      }
    }),
  )
})
