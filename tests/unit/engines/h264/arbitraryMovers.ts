import fc from 'fast-check'
import type { Mover } from '#engines/h264/planBands.ts'

/** Up to four movers in a picture of `height` luma rows, some at its very edges, some touching or overlapping. */
export function arbitraryMovers(height: number): fc.Arbitrary<Mover[]> {
  const row = fc.oneof(fc.constant(0), fc.constant(height), fc.nat(height))
  return fc
    .array(fc.tuple(row, row), { maxLength: 4 })
    .map((spans) =>
      spans
        .map(([a, b], i) => ({ name: `mover ${i}`, top: Math.min(a, b), bottom: Math.max(a, b) }))
        .filter(({ top, bottom }) => bottom > top),
    )
}
