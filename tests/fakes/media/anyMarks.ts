import fc from 'fast-check'
import type { Mark } from '#shared/script/segment.ts'
import { guideVoiceNames } from '#shared/speech/engines.ts'

/** Marks of a segment that has about `words` words, at any places, in any order, overlapping or not. */
export function anyMarks(words: number): fc.Arbitrary<Mark[]> {
  const at = fc.nat(words)
  const span = fc
    .tuple(at, fc.integer({ min: 1, max: 4 }))
    .map(([first, length]) => ({ at: first, to: first + length }))
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
  const mark: fc.Arbitrary<Mark> = fc.oneof(
    fc.record({
      kind: fc.constant('silence' as const),
      at,
      seconds: fc.integer({ min: 1, max: 40 }).map((n) => n / 20),
    }),
    fc
      .tuple(at, optional(fc.constantFrom(...guideVoiceNames)))
      .map(([place, voice]): Mark => ({ kind: 'voice', at: place, ...(voice && { voice }) })),
    fc
      .tuple(at, optional(fc.constantFrom(0.5, 1, 1.3, 4)))
      .map(([place, speed]): Mark => ({ kind: 'speed', at: place, ...(speed && { speed }) })),
    span.map((place): Mark => ({ kind: 'emphasis', ...place })),
    fc
      .tuple(span, fc.constantFrom('win', 'one two three', '...'))
      .map(([place, as]): Mark => ({ kind: 'say', ...place, as })),
  )
  return fc.array(mark, { maxLength: 8 })
}
