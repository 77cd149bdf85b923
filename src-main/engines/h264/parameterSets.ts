import { isDeepStrictEqual } from 'node:util'
import { macroblock } from './planBands.ts'
import type { CodedPicture } from './readPictures.ts'
import { levelFor } from './syntax/levels.ts'
import { type PictureParameterSet, writePps } from './syntax/pictureParameterSet.ts'
import { type SequenceParameterSet, writeSps } from './syntax/sequenceParameterSet.ts'
import { need } from './syntax/unsupportedStream.ts'

/** The parameter sets of a finished stream. */
export interface ParameterSets {
  readonly sps: SequenceParameterSet
  readonly pps: PictureParameterSet
  readonly nalUnits: readonly Uint8Array[]
}

/** frame_num counts modulo 256. */
const log2_max_frame_num_minus4 = 4

/**
 * Parameter sets for full pictures of width x height luma samples (both even), `rate` a second, out of those of bands.
 * All slices of a picture share one PPS: another pic_parameter_set_id would begin another picture (7.4.1.2.4).
 */
export function joinParameterSets(
  bands: readonly CodedPicture[],
  { width, height, rate }: { width: number; height: number; rate: number },
): ParameterSets {
  const { sps: bandSps, pps: bandPps } = bands[0]!
  const widthInMbs = Math.ceil(width / macroblock)
  const heightInMbs = Math.ceil(height / macroblock)
  const max_num_ref_frames = Math.max(...bands.map(({ sps }) => sps.max_num_ref_frames))
  const sps: SequenceParameterSet = {
    ...bandSps,
    level_idc: levelFor(widthInMbs, heightInMbs, rate, max_num_ref_frames),
    log2_max_frame_num_minus4,
    max_num_ref_frames,
    log2_max_mv_length_vertical: Math.max(...bands.map((band) => band.sps.log2_max_mv_length_vertical)),
    pic_width_in_mbs_minus1: widthInMbs - 1,
    pic_height_in_map_units_minus1: heightInMbs - 1,
    frame_crop_left_offset: 0,
    frame_crop_right_offset: (widthInMbs * macroblock - width) / 2,
    frame_crop_top_offset: 0,
    frame_crop_bottom_offset: (heightInMbs * macroblock - height) / 2,
    timing: { num_units_in_tick: 1, time_scale: 2 * rate },
  }
  const pps: PictureParameterSet = { ...bandPps, num_ref_idx_l0_default_active_minus1: 0 }
  return { sps, pps, nalUnits: [writeSps(sps), writePps(pps)] }
}

/** Throws UnsupportedStream unless slices coded under the picture's parameter sets mean the same under the joined ones. */
export function checkShares({ sps, pps }: CodedPicture, joined: ParameterSets): void {
  need(sps.profile_idc === joined.sps.profile_idc, 'bands differ in their profile')
  need(sps.max_num_ref_frames <= joined.sps.max_num_ref_frames, 'a band refers to more pictures later on')
  const reach = joined.sps.log2_max_mv_length_vertical
  need(sps.log2_max_mv_length_vertical <= reach, 'vectors of a band reach farther later on')
  need(isDeepStrictEqual(sps.colour, joined.sps.colour), 'bands differ in their colour')
  need(pps.chroma_qp_index_offset === joined.pps.chroma_qp_index_offset, 'bands differ in their chroma quantiser')
  need(pps.transform_8x8_mode_flag === joined.pps.transform_8x8_mode_flag, 'bands differ in their transforms')
}
