import type { Band } from '#engines/h264/planBands.ts'
import { writeSkipped } from '#engines/h264/skippedMacroblocks.ts'
import { ArithmeticEncoder, Context } from '#engines/h264/syntax/arithmeticCoding.ts'
import { NalUnitType, toByteStream } from '#engines/h264/syntax/nalUnits.ts'
import { type PictureParameterSet, writePps } from '#engines/h264/syntax/pictureParameterSet.ts'
import { type SequenceParameterSet, writeSps } from '#engines/h264/syntax/sequenceParameterSet.ts'
import { type SliceHeader, SliceType } from '#engines/h264/syntax/sliceHeader.ts'
import { writeSlice } from '#engines/h264/transplantSlice.ts'

/** A slice as a made-up band stream has it: where it begins in the band, and its data. */
interface MadeSlice {
  readonly first_mb_in_slice: number
  readonly data: Uint8Array
}

export interface MadeStream {
  readonly bytes: Uint8Array
  /** Slices of each coded picture. */
  readonly pictures: readonly (readonly MadeSlice[])[]
}

const SliceQPY = 25

export const madeSps = (band: Band, widthInMbs: number, refs = 1): SequenceParameterSet => ({
  profile_idc: 100,
  level_idc: 31,
  log2_max_frame_num_minus4: 0,
  max_num_ref_frames: refs,
  pic_width_in_mbs_minus1: widthInMbs - 1,
  pic_height_in_map_units_minus1: band.rows - 1,
  frame_crop_left_offset: 0,
  frame_crop_right_offset: 0,
  frame_crop_top_offset: 0,
  frame_crop_bottom_offset: 0,
  log2_max_mv_length_vertical: 7,
})

export const madePps: PictureParameterSet = {
  num_ref_idx_l0_default_active_minus1: 0,
  pic_init_qp_minus26: -3,
  chroma_qp_index_offset: 0,
  transform_8x8_mode_flag: 1,
}

/** Data of no meaning, with many zeros, that ends as an RBSP does. */
function noise(seed: number): Uint8Array {
  const length = 1 + (seed % 40)
  return Uint8Array.from({ length }, (_, i) =>
    i === length - 1 ? 0x80 : (seed * (i + 7)) % 5 < 3 ? 0 : (seed * (i + 3)) & 255,
  )
}

/** P slice data that skips `skipped` macroblocks, then codes something else. */
function skippedThen(skipped: number, seed: number): Uint8Array {
  const encoder = new ArithmeticEncoder()
  const context = new Context(23, 33, SliceQPY)
  for (let mb = 0; mb < skipped; mb++) {
    encoder.encodeDecision(context, 1)
    encoder.encodeTerminate(0)
  }
  for (let bits = seed; bits > 0; bits >>= 1) encoder.encodeDecision(context, bits & 1)
  encoder.encodeDecision(context, 0)
  encoder.encodeTerminate(1)
  return encoder.bytes()
}

/**
 * A band's stream in the form that x264 gives it: parameter sets at IDR pictures, an SEI now and then, two slices in a
 * picture with a lower margin. `idr` says of each coded picture whether it is an IDR picture; P pictures refer to as many
 * as there are, at most `references`, and skip `upper` macroblocks of the upper margin at most.
 */
export function makeStream(
  band: Band,
  widthInMbs: number,
  idr: readonly boolean[],
  { seed = 1, sps = madeSps(band, widthInMbs), pps = madePps, upper = Number.POSITIVE_INFINITY, references = 1 } = {},
): MadeStream {
  const nalUnits: Uint8Array[] = []
  const marginTop = band.kind === 'moving' ? band.marginTop : 0
  const marginBottom = band.kind === 'moving' ? band.marginBottom : 0
  const pictures = idr.map((isIdr, n) => {
    if (isIdr) nalUnits.push(writeSps(sps), writePps(pps))
    if ((n + seed) % 3 === 0) nalUnits.push(Uint8Array.of(NalUnitType.sei, 5, 1, 0x80))
    const slices: MadeSlice[] = [
      {
        first_mb_in_slice: 0,
        data: isIdr ? noise(seed + n) : skippedThen(Math.min(upper, marginTop * widthInMbs), seed + n),
      },
    ]
    if (marginBottom > 0) {
      const data = isIdr ? noise(seed + n + 1) : writeSkipped(marginBottom * widthInMbs, SliceQPY)
      slices.push({ first_mb_in_slice: (band.rows - marginBottom) * widthInMbs, data })
    }
    for (const slice of slices) nalUnits.push(writeSlice(headerOf(slice, isIdr, n, references), slice.data, sps, pps))
    return slices
  })
  return { bytes: toByteStream(nalUnits), pictures }
}

const headerOf = ({ first_mb_in_slice }: MadeSlice, isIdr: boolean, n: number, references: number): SliceHeader => ({
  nal_unit_type: isIdr ? NalUnitType.idrSlice : NalUnitType.slice,
  first_mb_in_slice,
  slice_type: isIdr ? SliceType.I : SliceType.P,
  frame_num: isIdr ? 0 : n % 16,
  idr_pic_id: isIdr ? n % 2 : 0,
  num_ref_idx_l0_active_minus1: isIdr ? 0 : Math.min(references, n) - 1,
  cabac_init_idc: 0,
  SliceQPY,
  disable_deblocking_filter_idc: 0,
  slice_alpha_c0_offset_div2: 0,
  slice_beta_offset_div2: 0,
})
