/**
 * CABAC slice data of macroblocks that are skipped (7.3.4): written, and told from other data.
 *
 * A P_Skip macroblock whose left or upper neighbour is missing has a zero vector, and so has one whose neighbours have
 * (8.4.1.1). So from the start of a slice, as long as everything is skipped, every vector is zero, no residual is coded
 * and the decoder repeats the previous picture exactly.
 */
import { ArithmeticDecoder, ArithmeticEncoder, Context } from './syntax/arithmeticCoding.ts'

/** m and n of ctxIdx 11 by cabac_init_idc, Table 9-13: mb_skip_flag where no neighbour is coded (9.3.3.1.1.1). */
const skipFlagInit = [
  [23, 33],
  [22, 25],
  [29, 16],
] as const

const skipFlagContext = (SliceQPY: number, cabac_init_idc: number): Context => {
  const [m, n] = skipFlagInit[cabac_init_idc]!
  return new Context(m, n, SliceQPY)
}

/** The data of a P slice of `count` macroblocks, all skipped, rbsp_trailing_bits included. */
export function writeSkipped(count: number, SliceQPY: number, cabac_init_idc = 0): Uint8Array {
  const encoder = new ArithmeticEncoder()
  const context = skipFlagContext(SliceQPY, cabac_init_idc)
  for (let mb = 1; mb <= count; mb++) {
    encoder.encodeDecision(context, 1)
    encoder.encodeTerminate(mb === count ? 1 : 0)
  }
  return encoder.bytes()
}

/**
 * How many macroblocks of a P slice are skipped from its beginning on, `limit` at most. `data` is slice data unescaped,
 * or as much of its beginning as tells (a skipped macroblock takes some hundredths of a bit).
 */
export function countSkipped(data: Uint8Array, limit: number, SliceQPY: number, cabac_init_idc: number): number {
  const decoder = new ArithmeticDecoder(data)
  const context = skipFlagContext(SliceQPY, cabac_init_idc)
  for (let mb = 0; mb < limit; mb++) {
    if (decoder.decodeDecision(context) === 0) return mb
    if (decoder.decodeTerminate() === 1) return mb + 1
  }
  return limit
}
