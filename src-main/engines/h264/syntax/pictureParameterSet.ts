import { BitReader, BitWriter } from './bits.ts'
import { escapeBytes, unescapeBytes } from './emulationPrevention.ts'
import { NalUnitType, nalUnitHeader } from './nalUnits.ts'
import { need } from './unsupportedStream.ts'

/**
 * pic_parameter_set_rbsp( ), 7.3.2.2, as far as it varies among the streams read here: CABAC, one slice group,
 * no weighted prediction, deblocking controlled by each slice, flat scaling.
 */
export interface PictureParameterSet {
  readonly num_ref_idx_l0_default_active_minus1: number
  readonly pic_init_qp_minus26: number
  readonly chroma_qp_index_offset: number
  readonly transform_8x8_mode_flag: number
}

/** Parses a PPS NAL unit. Throws UnsupportedStream for what the interface can't say. */
export function parsePps(nalUnit: Uint8Array): PictureParameterSet {
  const r = new BitReader(unescapeBytes(nalUnit.subarray(1)))
  need(r.ue() === 0 && r.ue() === 0, 'there are several picture parameter sets')
  need(r.flag() === 1, 'the entropy coding is not CABAC')
  need(r.flag() === 0, 'slices carry order counts of fields')
  need(r.ue() === 0, 'there are several slice groups')
  const num_ref_idx_l0_default_active_minus1 = r.ue()
  r.ue() // num_ref_idx_l1_default_active_minus1: B slices only
  need(r.flag() === 0 && r.u(2) === 0, 'prediction is weighted')
  const pic_init_qp_minus26 = r.se()
  r.se() // pic_init_qs_minus26: SP and SI slices only
  const chroma_qp_index_offset = r.se()
  need(r.flag() === 1, 'slices do not control deblocking')
  need(r.flag() === 0, 'intra prediction is constrained')
  need(r.flag() === 0, 'there are redundant pictures')
  let transform_8x8_mode_flag = 0
  if (r.moreRbspData()) {
    transform_8x8_mode_flag = r.flag()
    need(r.flag() === 0, 'there is a scaling matrix')
    need(r.se() === chroma_qp_index_offset, 'the chroma planes have different quantisers')
  }
  return { num_ref_idx_l0_default_active_minus1, pic_init_qp_minus26, chroma_qp_index_offset, transform_8x8_mode_flag }
}

/** The NAL unit of a PPS. */
export function writePps(pps: PictureParameterSet): Uint8Array {
  const w = new BitWriter().ue(0).ue(0) // pic_parameter_set_id, seq_parameter_set_id
  w.flag(1).flag(0).ue(0) // entropy_coding_mode_flag, bottom_field_pic_order_in_frame_present_flag, num_slice_groups_minus1
  w.ue(pps.num_ref_idx_l0_default_active_minus1).ue(0)
  w.flag(0).u(2, 0) // weighted_pred_flag, weighted_bipred_idc
  w.se(pps.pic_init_qp_minus26).se(0).se(pps.chroma_qp_index_offset)
  w.flag(1).flag(0).flag(0) // deblocking_filter_control_present_flag, constrained_intra_pred_flag, redundant_pic_cnt_…
  w.flag(pps.transform_8x8_mode_flag).flag(0).se(pps.chroma_qp_index_offset)
  return Buffer.concat([Uint8Array.of(nalUnitHeader(3, NalUnitType.pps)), escapeBytes(w.rbspTrailingBits().bytes())])
}
