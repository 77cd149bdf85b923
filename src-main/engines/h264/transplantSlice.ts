import type { Slice } from './readPictures.ts'
import { escapeBytes, escapedOffset, unescapeBytes } from './syntax/emulationPrevention.ts'
import { nalUnitHeader } from './syntax/nalUnits.ts'
import type { PictureParameterSet } from './syntax/pictureParameterSet.ts'
import type { SequenceParameterSet } from './syntax/sequenceParameterSet.ts'
import { type SliceHeader, writeSliceHeader } from './syntax/sliceHeader.ts'

/** Every picture is a reference of the same worth (nal_ref_idc must not differ from 0 in some slices only, 7.4.1). */
const refIdc = 2

/** The NAL unit of a slice with this header and slice data. */
export function writeSlice(
  header: SliceHeader,
  data: Uint8Array,
  sps: SequenceParameterSet,
  pps: PictureParameterSet,
): Uint8Array {
  const rbsp = Buffer.concat([writeSliceHeader(header, sps, pps), data])
  return Buffer.concat([Uint8Array.of(nalUnitHeader(refIdc, header.nal_unit_type)), escapeBytes(rbsp)])
}

/**
 * The NAL unit of a slice under another header. CABAC data begins on a byte (7.3.4), so it is taken over as it is. Only
 * the bytes up to the first that isn't zero are escaped anew: from there on, escaping doesn't depend on what precedes.
 */
export function transplantSlice(
  slice: Slice,
  header: SliceHeader,
  sps: SequenceParameterSet,
  pps: PictureParameterSet,
): Uint8Array {
  const payload = slice.nalUnit.subarray(1)
  let seam = slice.dataOffset
  let length = seam + 16
  let head = unescapeBytes(payload, length)
  while (head[seam] === 0 && seam < payload.length) {
    if (++seam === length) {
      length *= 2
      head = unescapeBytes(payload, length)
    }
  }
  const beginning = writeSlice(header, head.subarray(slice.dataOffset, seam + 1), sps, pps)
  return Buffer.concat([beginning, payload.subarray(escapedOffset(payload, seam) + 1)])
}
