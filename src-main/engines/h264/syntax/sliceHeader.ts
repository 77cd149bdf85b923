import { BitReader, BitWriter } from './bits.ts'
import { NalUnitType } from './nalUnits.ts'
import type { PictureParameterSet } from './pictureParameterSet.ts'
import type { SequenceParameterSet } from './sequenceParameterSet.ts'
import { need } from './unsupportedStream.ts'

/** slice_type, Table 7-6. */
export const SliceType = { P: 0, I: 2 } as const

/**
 * slice_header( ), 7.3.3, of P and I slices that refer to the latest pictures in their natural order and don't manage
 * the decoded picture buffer. The elements that don't occur in a slice are 0.
 */
export interface SliceHeader {
  readonly nal_unit_type: typeof NalUnitType.slice | typeof NalUnitType.idrSlice
  readonly first_mb_in_slice: number
  readonly slice_type: (typeof SliceType)[keyof typeof SliceType]
  readonly frame_num: number
  readonly idr_pic_id: number
  readonly num_ref_idx_l0_active_minus1: number
  readonly cabac_init_idc: number
  /** SliceQPY, equation 7-30: 26 + pic_init_qp_minus26 + slice_qp_delta. */
  readonly SliceQPY: number
  readonly disable_deblocking_filter_idc: number
  readonly slice_alpha_c0_offset_div2: number
  readonly slice_beta_offset_div2: number
}

/** More RBSP bytes than any slice header that is read here takes. */
export const longestSliceHeader = 48

/**
 * Parses the header at the beginning of a slice's RBSP. `dataOffset` is the byte in it where slice_data( ) begins,
 * behind the cabac_alignment_one_bits (7.3.4). Throws UnsupportedStream.
 */
export function parseSliceHeader(
  rbsp: Uint8Array,
  nal_unit_type: SliceHeader['nal_unit_type'],
  sps: SequenceParameterSet,
  pps: PictureParameterSet,
): { header: SliceHeader; dataOffset: number } {
  const idr = nal_unit_type === NalUnitType.idrSlice
  const r = new BitReader(rbsp)
  const first_mb_in_slice = r.ue()
  const slice_type = r.ue() % 5
  need(slice_type === SliceType.P || slice_type === SliceType.I, `slice type ${slice_type}`)
  const isP = slice_type === SliceType.P
  need(r.ue() === 0, 'there are several picture parameter sets')
  const frame_num = r.u(sps.log2_max_frame_num_minus4 + 4)
  const idr_pic_id = idr ? r.ue() : 0
  let num_ref_idx_l0_active_minus1 = 0
  if (isP) {
    num_ref_idx_l0_active_minus1 = r.flag() === 1 ? r.ue() : pps.num_ref_idx_l0_default_active_minus1
    need(r.flag() === 0, 'references are reordered') // ref_pic_list_modification( ), 7.3.3.1
  }
  if (idr)
    need(r.u(2) === 0, 'a picture is kept for long') // dec_ref_pic_marking( ), 7.3.3.3
  else need(r.flag() === 0, 'references are managed')
  const cabac_init_idc = isP ? r.ue() : 0
  const SliceQPY = 26 + pps.pic_init_qp_minus26 + r.se()
  const disable_deblocking_filter_idc = r.ue()
  const filtered = disable_deblocking_filter_idc !== 1
  const slice_alpha_c0_offset_div2 = filtered ? r.se() : 0
  const slice_beta_offset_div2 = filtered ? r.se() : 0
  while ((r.position & 7) !== 0) need(r.flag() === 1, 'a slice header ends otherwise than it should')
  const header: SliceHeader = {
    nal_unit_type,
    first_mb_in_slice,
    slice_type,
    frame_num,
    idr_pic_id,
    num_ref_idx_l0_active_minus1,
    cabac_init_idc,
    SliceQPY,
    disable_deblocking_filter_idc,
    slice_alpha_c0_offset_div2,
    slice_beta_offset_div2,
  }
  return { header, dataOffset: r.position >> 3 }
}

/** The RBSP bytes of a header, up to where slice_data( ) begins. */
export function writeSliceHeader(h: SliceHeader, sps: SequenceParameterSet, pps: PictureParameterSet): Uint8Array {
  const idr = h.nal_unit_type === NalUnitType.idrSlice
  const isP = h.slice_type === SliceType.P
  const w = new BitWriter().ue(h.first_mb_in_slice).ue(h.slice_type).ue(0)
  w.u(sps.log2_max_frame_num_minus4 + 4, h.frame_num)
  if (idr) w.ue(h.idr_pic_id)
  if (isP) {
    const override = h.num_ref_idx_l0_active_minus1 !== pps.num_ref_idx_l0_default_active_minus1
    w.flag(override)
    if (override) w.ue(h.num_ref_idx_l0_active_minus1)
    w.flag(0) // ref_pic_list_modification_flag_l0
  }
  if (idr)
    w.flag(0).flag(0) // no_output_of_prior_pics_flag, long_term_reference_flag
  else w.flag(0) // adaptive_ref_pic_marking_mode_flag
  if (isP) w.ue(h.cabac_init_idc)
  w.se(h.SliceQPY - 26 - pps.pic_init_qp_minus26).ue(h.disable_deblocking_filter_idc)
  if (h.disable_deblocking_filter_idc !== 1) w.se(h.slice_alpha_c0_offset_div2).se(h.slice_beta_offset_div2)
  return w.align(1).bytes()
}
