import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePps, writePps } from '#engines/h264/syntax/pictureParameterSet.ts'
import { arbitraryPps } from '../arbitraryParameterSets.ts'

test('a PPS that is written is read again', () => {
  fc.assert(
    fc.property(arbitraryPps, (pps) => {
      expect(parsePps(writePps(pps))).toEqual(pps)
    }),
  )
})

test('the PPS of an x264 stream is read', () => {
  expect(parsePps(Buffer.from('68eb87cb', 'hex'))).toEqual({
    num_ref_idx_l0_default_active_minus1: 2,
    pic_init_qp_minus26: -1,
    chroma_qp_index_offset: 0,
    transform_8x8_mode_flag: 1,
  })
})

test('a PPS without CABAC is refused in words', () => {
  // pic_parameter_set_id, seq_parameter_set_id, entropy_coding_mode_flag
  expect(() => parsePps(Uint8Array.of(0x68, 0b11000000))).toThrow('the entropy coding is not CABAC')
})
