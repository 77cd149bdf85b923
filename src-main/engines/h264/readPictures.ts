import { unescapeBytes } from './emulationPrevention.ts'
import { NalUnitType, nalRefIdc, nalUnitType, splitNalUnits } from './nalUnits.ts'
import { type PictureParameterSet, parsePps } from './pictureParameterSet.ts'
import { parseSps, type SequenceParameterSet } from './sequenceParameterSet.ts'
import { longestSliceHeader, parseSliceHeader, type SliceHeader } from './sliceHeader.ts'
import { need } from './unsupportedStream.ts'

/** A slice as it came: the whole NAL unit, and where in its unescaped payload the slice data begins. */
export interface Slice {
  readonly nalUnit: Uint8Array
  readonly header: SliceHeader
  readonly dataOffset: number
}

/** A coded picture and the parameter sets in force. */
export interface CodedPicture {
  readonly sps: SequenceParameterSet
  readonly pps: PictureParameterSet
  readonly slices: readonly Slice[]
}

/**
 * The coded pictures of an Annex B byte stream, one at a time (7.4.1.2.4, with first_mb_in_slice 0 as the sign of a new
 * picture: there is no slice order but the natural one here). SEI and delimiters are dropped. Throws UnsupportedStream.
 */
export async function* readPictures(byteStream: AsyncIterable<Uint8Array>): AsyncGenerator<CodedPicture> {
  let sps: SequenceParameterSet | undefined
  let pps: PictureParameterSet | undefined
  let slices: Slice[] = []
  for await (const nalUnit of splitNalUnits(byteStream)) {
    const type = nalUnitType(nalUnit)
    if (type === NalUnitType.sei || type === NalUnitType.accessUnitDelimiter) continue
    if (type === NalUnitType.sps || type === NalUnitType.pps) {
      if (sps && pps && slices.length > 0) yield { sps, pps, slices }
      slices = []
      if (type === NalUnitType.sps) sps = parseSps(nalUnit)
      else pps = parsePps(nalUnit)
      continue
    }
    need(sps !== undefined && pps !== undefined, 'a slice comes before its parameter sets')
    need(nalRefIdc(nalUnit) > 0, 'a picture is not a reference')
    const head = unescapeBytes(nalUnit.subarray(1), longestSliceHeader)
    const slice: Slice = { nalUnit, ...parseSliceHeader(head, type, sps, pps) }
    if (slice.header.first_mb_in_slice === 0 && slices.length > 0) {
      yield { sps, pps, slices }
      slices = []
    }
    slices.push(slice)
  }
  if (sps && pps && slices.length > 0) yield { sps, pps, slices }
}
