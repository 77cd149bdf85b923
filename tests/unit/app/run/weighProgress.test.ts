import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighProgress } from '#app/run/weighProgress.ts'

test('a longer segment moves the bar further', () => {
  const short = weighProgress([10, 30], 'picture').finish(0)
  const long = weighProgress([10, 30], 'picture').finish(1)
  expect(long).toBeCloseTo(3 * short)
})

test('what was spoken is most of a sound, and the smaller part of a picture', () => {
  expect(weighProgress([10], 'sound').advance(0, 'speak', 1)).toBeGreaterThan(49)
  expect(weighProgress([10], 'picture').advance(0, 'speak', 1)).toBeLessThan(49)
})

test('when every segment is through, only packing is left', () => {
  const progress = weighProgress([10, 30], 'picture')
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
      const progress = weighProgress(seconds, 'sound')
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
