import { unescapeBytes } from './syntax/emulationPrevention.ts'
import { NalUnitType, nalRefIdc, nalUnitType, splitNalUnits } from './syntax/nalUnits.ts'
import { type PictureParameterSet, parsePps } from './syntax/pictureParameterSet.ts'
import { parseSps, type SequenceParameterSet } from './syntax/sequenceParameterSet.ts'
import { longestSliceHeader, parseSliceHeader, type SliceHeader } from './syntax/sliceHeader.ts'
import { need } from './syntax/unsupportedStream.ts'

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
 * The coded pictures of an Annex B byte stream, one at a time, each as soon as an access unit delimiter, a parameter set
 * or the first slice of the next one has come (7.4.1.2.3; the first slice is the one with first_mb_in_slice 0: no other
 * order of slices occurs here). Throws UnsupportedStream.
 */
export async function* readPictures(byteStream: AsyncIterable<Uint8Array>): AsyncGenerator<CodedPicture> {
  let sps: SequenceParameterSet | undefined
  let pps: PictureParameterSet | undefined
  let slices: Slice[] = []
  for await (const nalUnit of splitNalUnits(byteStream)) {
    const type = nalUnitType(nalUnit)
    if (type === NalUnitType.sei) continue
    const slice = isSlice(type) ? readSlice(nalUnit, type, sps, pps) : undefined
    if (sps && pps && slices.length > 0 && (!slice || slice.header.first_mb_in_slice === 0)) {
      yield { sps, pps, slices }
      slices = []
    }
    if (slice) slices.push(slice)
    else if (type === NalUnitType.sps) sps = parseSps(nalUnit)
    else if (type === NalUnitType.pps) pps = parsePps(nalUnit)
    else need(type === NalUnitType.accessUnitDelimiter, `NAL unit type ${type}`)
  }
  if (sps && pps && slices.length > 0) yield { sps, pps, slices }
}

const isSlice = (type: number): type is SliceHeader['nal_unit_type'] =>
  type === NalUnitType.slice || type === NalUnitType.idrSlice

function readSlice(
  nalUnit: Uint8Array,
  type: SliceHeader['nal_unit_type'],
  sps: SequenceParameterSet | undefined,
  pps: PictureParameterSet | undefined,
): Slice {
  need(sps !== undefined && pps !== undefined, 'a slice comes before its parameter sets')
  need(nalRefIdc(nalUnit) > 0, 'a picture is not a reference')
  const head = unescapeBytes(nalUnit.subarray(1), longestSliceHeader)
  return { nalUnit, ...parseSliceHeader(head, type, sps, pps) }
}
