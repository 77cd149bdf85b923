import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSkipped, writeSkipped } from '#engines/h264/skippedMacroblocks.ts'
import { ArithmeticEncoder, Context } from '#engines/h264/syntax/arithmeticCoding.ts'

const qp = fc.nat(51)
const initIdc = fc.nat(2)
const init = [
  [23, 33],
  [22, 25],
  [29, 16],
] as const

/** Slice data that skips `skipped` macroblocks, then codes one. */
function skippedThenCoded(skipped: number, SliceQPY: number, cabac_init_idc: number): Uint8Array {
  const encoder = new ArithmeticEncoder()
  const [m, n] = init[cabac_init_idc]!
  const context = new Context(m, n, SliceQPY)
  for (let mb = 0; mb < skipped; mb++) {
    encoder.encodeDecision(context, 1)
    encoder.encodeTerminate(0)
  }
  encoder.encodeDecision(context, 0)
  encoder.encodeTerminate(1)
  return encoder.bytes()
}

test('skipped macroblocks are counted in what was written, to the last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9000 }), qp, initIdc, (count, SliceQPY, cabac_init_idc) => {
      const data = writeSkipped(count, SliceQPY, cabac_init_idc)
      expect(countSkipped(data, count + 1, SliceQPY, cabac_init_idc)).toBe(count)
      expect(countSkipped(data, count - 1, SliceQPY, cabac_init_idc)).toBe(count - 1)
    }),
    { numRuns: 60 },
  )
})

test('the first coded macroblock ends the count', () => {
  fc.assert(
    fc.property(fc.nat(600), qp, initIdc, (skipped, SliceQPY, cabac_init_idc) => {
      const data = skippedThenCoded(skipped, SliceQPY, cabac_init_idc)
      expect(countSkipped(data, 10_000, SliceQPY, cabac_init_idc)).toBe(skipped)
    }),
  )
})

test('a whole picture of 8,160 macroblocks takes a few dozen bytes', () => {
  expect(writeSkipped(8160, 26).length).toBeLessThan(48)
})
