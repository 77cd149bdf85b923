import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSps, writeSps } from '#engines/h264/syntax/sequenceParameterSet.ts'
import { UnsupportedStream } from '#engines/h264/syntax/unsupportedStream.ts'
import { arbitrarySps } from '../arbitraryParameterSets.ts'

/** By x264: 1080x416, 30 pictures a second, -qp 25, ref=3, bframes=0, mvrange=32, BT.709. */
const byX264 = Buffer.from('6764001facb200881af2f350101014000003000400000300f03c408920', 'hex')

test('an SPS that is written is read again', () => {
  fc.assert(
    fc.property(arbitrarySps, (sps) => {
      expect(parseSps(writeSps(sps))).toEqual(sps)
    }),
  )
})

test('the SPS of an x264 stream is read', () => {
  expect(parseSps(byX264)).toEqual({
    profile_idc: 100,
    level_idc: 31,
    log2_max_frame_num_minus4: 0,
    max_num_ref_frames: 3,
    pic_width_in_mbs_minus1: 67,
    pic_height_in_map_units_minus1: 25,
    frame_crop_left_offset: 0,
    frame_crop_right_offset: 4,
    frame_crop_top_offset: 0,
    frame_crop_bottom_offset: 0,
    colour: {
      video_full_range_flag: 0,
      colour_primaries: 1,
      transfer_characteristics: 1,
      matrix_coefficients: 1,
    },
    timing: { num_units_in_tick: 1, time_scale: 60 },
    log2_max_mv_length_vertical: 7,
  })
})

test('an SPS of another profile is refused in words', () => {
  const baseline = Uint8Array.from(byX264)
  baseline[1] = 66
  expect(() => parseSps(baseline)).toThrow(UnsupportedStream)
  expect(() => parseSps(baseline)).toThrow('the profile is 66, not High')
})
