import fc from 'fast-check'
import type { PictureParameterSet } from '#engines/h264/syntax/pictureParameterSet.ts'
import type { SequenceParameterSet } from '#engines/h264/syntax/sequenceParameterSet.ts'

const byte = fc.nat(255)

export const arbitrarySps: fc.Arbitrary<SequenceParameterSet> = fc.record(
  {
    profile_idc: fc.constant(100),
    level_idc: fc.constantFrom(30, 31, 40, 51),
    log2_max_frame_num_minus4: fc.nat(12),
    max_num_ref_frames: fc.nat(16),
    pic_width_in_mbs_minus1: fc.nat(255),
    pic_height_in_map_units_minus1: fc.nat(255),
    frame_crop_left_offset: fc.nat(7),
    frame_crop_right_offset: fc.nat(7),
    frame_crop_top_offset: fc.nat(7),
    frame_crop_bottom_offset: fc.nat(7),
    colour: fc.record({
      video_full_range_flag: fc.nat(1),
      colour_primaries: byte,
      transfer_characteristics: byte,
      matrix_coefficients: byte,
    }),
    timing: fc.record({ num_units_in_tick: fc.nat(1000), time_scale: fc.nat(2 ** 31 - 1) }),
    log2_max_mv_length_vertical: fc.nat(16),
  },
  {
    requiredKeys: [
      'profile_idc',
      'level_idc',
      'log2_max_frame_num_minus4',
      'max_num_ref_frames',
      'pic_width_in_mbs_minus1',
      'pic_height_in_map_units_minus1',
      'frame_crop_left_offset',
      'frame_crop_right_offset',
      'frame_crop_top_offset',
      'frame_crop_bottom_offset',
      'log2_max_mv_length_vertical',
    ],
  },
)

export const arbitraryPps: fc.Arbitrary<PictureParameterSet> = fc.record({
  num_ref_idx_l0_default_active_minus1: fc.nat(15),
  pic_init_qp_minus26: fc.integer({ min: -26, max: 25 }),
  chroma_qp_index_offset: fc.integer({ min: -12, max: 12 }),
  transform_8x8_mode_flag: fc.nat(1),
})
