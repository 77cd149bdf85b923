import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NalUnitType } from '#engines/h264/syntax/nalUnits.ts'
import type { SequenceParameterSet } from '#engines/h264/syntax/sequenceParameterSet.ts'
import {
  longestSliceHeader,
  parseSliceHeader,
  type SliceHeader,
  SliceType,
  writeSliceHeader,
} from '#engines/h264/syntax/sliceHeader.ts'
import { arbitraryPps, arbitrarySps } from '../arbitraryParameterSets.ts'

const offset = fc.integer({ min: -6, max: 6 })

/** Headers that keep to the syntax: elements that don't occur are 0. */
const header = (sps: SequenceParameterSet): fc.Arbitrary<SliceHeader> =>
  fc
    .record({
      kind: fc.constantFrom('P', 'I', 'IDR'),
      first_mb_in_slice: fc.nat(36_863),
      frame_num: fc.nat(2 ** (sps.log2_max_frame_num_minus4 + 4) - 1),
      idr_pic_id: fc.nat(65_535),
      num_ref_idx_l0_active_minus1: fc.nat(15),
      cabac_init_idc: fc.nat(2),
      SliceQPY: fc.nat(51),
      disable_deblocking_filter_idc: fc.nat(2),
      slice_alpha_c0_offset_div2: offset,
      slice_beta_offset_div2: offset,
    })
    .map(({ kind, ...h }) => ({
      ...h,
      nal_unit_type: kind === 'IDR' ? NalUnitType.idrSlice : NalUnitType.slice,
      slice_type: kind === 'P' ? SliceType.P : SliceType.I,
      ...(kind !== 'IDR' && { idr_pic_id: 0 }),
      ...(kind !== 'P' && { num_ref_idx_l0_active_minus1: 0, cabac_init_idc: 0 }),
      ...(h.disable_deblocking_filter_idc === 1 && { slice_alpha_c0_offset_div2: 0, slice_beta_offset_div2: 0 }),
    }))

test('a header that is written is read again, and the data begins behind it', () => {
  const all = fc
    .tuple(arbitrarySps, arbitraryPps)
    .chain(([sps, pps]) => fc.tuple(fc.constant({ sps, pps }), header(sps)))
  fc.assert(
    fc.property(all, ([{ sps, pps }, h]) => {
      const bytes = writeSliceHeader(h, sps, pps)
      expect(bytes.length).toBeLessThanOrEqual(longestSliceHeader)
      const rbsp = Uint8Array.of(...bytes, 0x5a, 0xa5)
      expect(parseSliceHeader(rbsp, h.nal_unit_type, sps, pps)).toEqual({ header: h, dataOffset: bytes.length })
    }),
  )
})

const sps = { log2_max_frame_num_minus4: 0 } as SequenceParameterSet
const pps = {
  num_ref_idx_l0_default_active_minus1: 0,
  pic_init_qp_minus26: 0,
  chroma_qp_index_offset: 0,
  transform_8x8_mode_flag: 1,
}

test('a B slice is refused in words', () => {
  // first_mb_in_slice 0, slice_type 1
  expect(() => parseSliceHeader(Uint8Array.of(0b10101000), NalUnitType.slice, sps, pps)).toThrow('slice type 1')
})

test('reordered references are refused in words', () => {
  // first_mb_in_slice 0, slice_type 0, pps 0, frame_num 0000, no override, ref_pic_list_modification_flag_l0
  const reordered = Uint8Array.of(0b11100000, 0b10000000)
  expect(() => parseSliceHeader(reordered, NalUnitType.slice, sps, pps)).toThrow('references are reordered')
})
