import { BitReader, BitWriter } from './bits.ts'
import { escapeBytes, unescapeBytes } from './emulationPrevention.ts'
import { NalUnitType, nalUnitHeader } from './nalUnits.ts'
import { need } from './unsupportedStream.ts'

/** colour_description and its range, E.2.1. */
interface Colour {
  readonly video_full_range_flag: number
  readonly colour_primaries: number
  readonly transfer_characteristics: number
  readonly matrix_coefficients: number
}

/**
 * seq_parameter_set_data( ), 7.3.2.1.1 and E.1.1, as far as it varies among the streams read here: frames only, 4:2:0,
 * 8 bit, High profile, pictures put out in the order of decoding (pic_order_cnt_type 2), flat scaling, no HRD.
 */
export interface SequenceParameterSet {
  readonly profile_idc: number
  readonly level_idc: number
  readonly log2_max_frame_num_minus4: number
  readonly max_num_ref_frames: number
  readonly pic_width_in_mbs_minus1: number
  readonly pic_height_in_map_units_minus1: number
  /** In units of two luma samples (Table 6-1, equation 7-19). */
  readonly frame_crop_left_offset: number
  readonly frame_crop_right_offset: number
  readonly frame_crop_top_offset: number
  readonly frame_crop_bottom_offset: number
  readonly colour?: Colour
  /** Pictures a second are time_scale / num_units_in_tick / 2. */
  readonly timing?: { readonly num_units_in_tick: number; readonly time_scale: number }
  /** Vertical vectors lie within 2^this quarter samples; 16 (no limit worth the name) where the stream doesn't say. */
  readonly log2_max_mv_length_vertical: number
}

const highProfile = 100

/** Parses an SPS NAL unit. Throws UnsupportedStream for what the interface can't say. */
export function parseSps(nalUnit: Uint8Array): SequenceParameterSet {
  const r = new BitReader(unescapeBytes(nalUnit.subarray(1)))
  const profile_idc = r.u(8)
  need(profile_idc === highProfile, `the profile is ${profile_idc}, not High`)
  r.u(8) // constraint flags, reserved_zero_2bits
  const level_idc = r.u(8)
  need(r.ue() === 0, 'there are several sequence parameter sets')
  need(r.ue() === 1, 'the chroma format is not 4:2:0')
  need(r.ue() === 0 && r.ue() === 0, 'samples have more than 8 bits')
  need(r.flag() === 0, 'lossless coding')
  need(r.flag() === 0, 'there is a scaling matrix')
  const log2_max_frame_num_minus4 = r.ue()
  need(r.ue() === 2, 'pictures are reordered')
  const max_num_ref_frames = r.ue()
  need(r.flag() === 0, 'frame numbers may have gaps')
  const pic_width_in_mbs_minus1 = r.ue()
  const pic_height_in_map_units_minus1 = r.ue()
  need(r.flag() === 1, 'pictures are interlaced')
  r.flag() // direct_8x8_inference_flag: B slices only
  const cropped = r.flag() === 1
  const frame_crop_left_offset = cropped ? r.ue() : 0
  const frame_crop_right_offset = cropped ? r.ue() : 0
  const frame_crop_top_offset = cropped ? r.ue() : 0
  const frame_crop_bottom_offset = cropped ? r.ue() : 0
  const vui = r.flag() === 1 ? parseVui(r) : { log2_max_mv_length_vertical: 16 }
  return {
    profile_idc,
    level_idc,
    log2_max_frame_num_minus4,
    max_num_ref_frames,
    pic_width_in_mbs_minus1,
    pic_height_in_map_units_minus1,
    frame_crop_left_offset,
    frame_crop_right_offset,
    frame_crop_top_offset,
    frame_crop_bottom_offset,
    ...vui,
  }
}

/** vui_parameters( ), E.1.1. */
function parseVui(r: BitReader): Pick<SequenceParameterSet, 'colour' | 'timing' | 'log2_max_mv_length_vertical'> {
  const extendedSar = 255
  if (r.flag() === 1 && r.u(8) === extendedSar) r.u(32)
  if (r.flag() === 1) r.flag() // overscan_appropriate_flag
  const colour = r.flag() === 1 ? parseVideoSignalType(r) : undefined
  if (r.flag() === 1) {
    r.ue() // chroma_sample_loc_type_top_field
    r.ue() // chroma_sample_loc_type_bottom_field
  }
  const timing = r.flag() === 1 ? { num_units_in_tick: r.u(32), time_scale: r.u(32) } : undefined
  if (timing) r.flag() // fixed_frame_rate_flag
  need(r.flag() === 0 && r.flag() === 0, 'there are HRD parameters')
  r.flag() // pic_struct_present_flag
  let log2_max_mv_length_vertical = 16
  if (r.flag() === 1) {
    r.flag() // motion_vectors_over_pic_boundaries_flag
    for (let i = 0; i < 3; i++) r.ue() // max_bytes_per_pic_denom, max_bits_per_mb_denom, log2_max_mv_length_horizontal
    log2_max_mv_length_vertical = r.ue()
  }
  return { ...(colour && { colour }), ...(timing && { timing }), log2_max_mv_length_vertical }
}

function parseVideoSignalType(r: BitReader): Colour | undefined {
  r.u(3) // video_format
  const video_full_range_flag = r.flag()
  if (r.flag() === 0) return undefined
  return {
    video_full_range_flag,
    colour_primaries: r.u(8),
    transfer_characteristics: r.u(8),
    matrix_coefficients: r.u(8),
  }
}

/** The NAL unit of an SPS: no reordering, as many frames buffered as are referred to. */
export function writeSps(sps: SequenceParameterSet): Uint8Array {
  const w = new BitWriter().u(8, sps.profile_idc).u(8, 0).u(8, sps.level_idc)
  w.ue(0) // seq_parameter_set_id
  w.ue(1).ue(0).ue(0).flag(0).flag(0) // 4:2:0, 8 bit luma and chroma, not lossless, no scaling matrix
  w.ue(sps.log2_max_frame_num_minus4).ue(2).ue(sps.max_num_ref_frames).flag(0)
  w.ue(sps.pic_width_in_mbs_minus1).ue(sps.pic_height_in_map_units_minus1)
  w.flag(1).flag(1) // frame_mbs_only_flag, direct_8x8_inference_flag
  const crop = [
    sps.frame_crop_left_offset,
    sps.frame_crop_right_offset,
    sps.frame_crop_top_offset,
    sps.frame_crop_bottom_offset,
  ]
  const cropped = crop.some((offset) => offset > 0)
  w.flag(cropped)
  if (cropped) for (const offset of crop) w.ue(offset)
  w.flag(1)
  writeVui(w, sps)
  return Buffer.concat([Uint8Array.of(nalUnitHeader(3, NalUnitType.sps)), escapeBytes(w.rbspTrailingBits().bytes())])
}

function writeVui(w: BitWriter, { colour, timing, ...sps }: SequenceParameterSet): void {
  const square = 1
  w.flag(1).u(8, square).flag(0) // aspect_ratio_idc, no overscan_info
  w.flag(colour !== undefined)
  if (colour) {
    const unspecifiedFormat = 5
    w.u(3, unspecifiedFormat).flag(colour.video_full_range_flag).flag(1)
    w.u(8, colour.colour_primaries).u(8, colour.transfer_characteristics).u(8, colour.matrix_coefficients)
  }
  w.flag(0) // chroma_loc_info_present_flag
  w.flag(timing !== undefined)
  if (timing) w.u(32, timing.num_units_in_tick).u(32, timing.time_scale).flag(1)
  w.flag(0).flag(0).flag(0) // no HRD parameters, pic_struct_present_flag
  w.flag(1).flag(1).ue(0).ue(0) // bitstream_restriction_flag, vectors over boundaries, no limits of bytes and bits
  w.ue(16).ue(sps.log2_max_mv_length_vertical) // log2_max_mv_length_horizontal, _vertical
  w.ue(0).ue(sps.max_num_ref_frames) // max_num_reorder_frames, max_dec_frame_buffering
}
