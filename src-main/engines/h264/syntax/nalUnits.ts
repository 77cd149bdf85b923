/** NAL units (7.3.1, 7.4.1) and the byte stream format that carries them (Annex B). */

/** nal_unit_type, Table 7-1. */
export const NalUnitType = { slice: 1, idrSlice: 5, sei: 6, sps: 7, pps: 8, accessUnitDelimiter: 9 } as const

export const nalUnitType = (nalUnit: Uint8Array): number => nalUnit[0]! & 31
export const nalRefIdc = (nalUnit: Uint8Array): number => (nalUnit[0]! >> 5) & 3

/** The first byte of a NAL unit: forbidden_zero_bit, nal_ref_idc, nal_unit_type. */
export const nalUnitHeader = (refIdc: number, type: number): number => (refIdc << 5) | type

const startCodePrefix = Buffer.from([0, 0, 1])
const startCode = Uint8Array.of(0, 0, 0, 1)

/**
 * The NAL units of an Annex B byte stream, without start codes and trailing_zero_8bits, each as soon as the next one
 * begins. Holds no more than the unit under way and one chunk; a unit is a view that is the caller's to keep.
 */
export async function* splitNalUnits(byteStream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending: Buffer = Buffer.alloc(0)
  let begin = -1 // of the unit under way, in `pending`
  for await (const chunk of byteStream) {
    const searched = pending.length
    pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk])
    let from = Math.max(0, begin, searched - 2)
    for (;;) {
      const prefix = pending.indexOf(startCodePrefix, from)
      if (prefix < 0) break
      if (begin >= 0) yield withoutTrailingZeros(pending.subarray(begin, prefix))
      begin = prefix + 3
      from = begin
    }
    if (begin > 0) {
      pending = pending.subarray(begin)
      begin = 0
    }
  }
  if (begin >= 0) yield withoutTrailingZeros(pending.subarray(begin))
}

/** No NAL unit ends in a zero byte (7.4.1), so what zeros there are belong to the byte stream. */
function withoutTrailingZeros(unit: Uint8Array): Uint8Array {
  let end = unit.length
  while (end > 0 && unit[end - 1] === 0) end--
  return unit.subarray(0, end)
}

/** NAL units as an Annex B byte stream. */
export function toByteStream(nalUnits: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(nalUnits.flatMap((unit) => [startCode, unit]))
}
