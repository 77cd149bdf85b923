import { checkShares, type ParameterSets } from './parameterSets.ts'
import type { Band } from './planBands.ts'
import type { CodedPicture } from './readPictures.ts'
import { writeSkipped } from './skippedMacroblocks.ts'
import { NalUnitType } from './syntax/nalUnits.ts'
import { type SliceHeader, SliceType } from './syntax/sliceHeader.ts'
import { transplantSlice, writeSlice } from './transplantSlice.ts'

/** A band, and its coded picture if it has one at this time. */
export interface BandPicture {
  readonly band: Band
  readonly picture?: CodedPicture | undefined
}

/** What all slices of one picture have in common (7.4.1.2.4). */
type Common = Pick<SliceHeader, 'nal_unit_type' | 'frame_num' | 'idr_pic_id'>

/** Writes the slices of full pictures from those of bands. */
export class PictureWriter {
  readonly #sets: ParameterSets
  readonly #idrPeriod: number
  readonly #widthInMbs: number
  readonly #heightInMbs: number
  /** Slice data by its number of macroblocks. */
  readonly #skipped = new Map<number, Uint8Array>()

  constructor(sets: ParameterSets, idrPeriod: number) {
    this.#sets = sets
    this.#idrPeriod = idrPeriod
    this.#widthInMbs = sets.sps.pic_width_in_mbs_minus1 + 1
    this.#heightInMbs = sets.sps.pic_height_in_map_units_minus1 + 1
  }

  /** The NAL units of picture n, from the bands from top to bottom. Throws UnsupportedStream. */
  write(n: number, bands: readonly BandPicture[]): Uint8Array[] {
    const idr = n % this.#idrPeriod === 0
    const common: Common = {
      nal_unit_type: idr ? NalUnitType.idrSlice : NalUnitType.slice,
      frame_num: (n % this.#idrPeriod) % 2 ** (this.#sets.sps.log2_max_frame_num_minus4 + 4),
      idr_pic_id: idr ? (n / this.#idrPeriod) % 2 : 0, // differs between neighbours, 7.4.3
    }
    const nalUnits = idr ? [...this.#sets.nalUnits] : []
    let written = 0 // macroblock rows
    for (const { band, picture } of bands) {
      if (!picture) continue
      checkShares(picture, this.#sets)
      if (band.row > written) nalUnits.push(this.#skip(written, band.row, common))
      nalUnits.push(...this.#transplant(band, picture, common))
      written = band.row + band.rows
    }
    if (this.#heightInMbs > written) nalUnits.push(this.#skip(written, this.#heightInMbs, common))
    return nalUnits
  }

  #transplant(band: Band, { slices }: CodedPicture, common: Common): Uint8Array[] {
    return slices.map((slice, i) => {
      const idc = slice.header.disable_deblocking_filter_idc
      const header: SliceHeader = {
        ...slice.header,
        ...common,
        first_mb_in_slice: slice.header.first_mb_in_slice + band.row * this.#widthInMbs,
        disable_deblocking_filter_idc: i === 0 && idc === 0 ? 2 : idc,
      }
      return transplantSlice(slice, header, this.#sets.sps, this.#sets.pps)
    })
  }

  /** Macroblock rows [row, end) that stay as they are. */
  #skip(row: number, end: number, common: Common): Uint8Array {
    const { sps, pps } = this.#sets
    const header: SliceHeader = {
      ...common,
      first_mb_in_slice: row * this.#widthInMbs,
      slice_type: SliceType.P,
      num_ref_idx_l0_active_minus1: 0,
      cabac_init_idc: 0,
      SliceQPY: 26 + pps.pic_init_qp_minus26,
      disable_deblocking_filter_idc: 1,
      slice_alpha_c0_offset_div2: 0,
      slice_beta_offset_div2: 0,
    }
    const count = (end - row) * this.#widthInMbs
    const data = this.#skipped.get(count) ?? writeSkipped(count, header.SliceQPY)
    this.#skipped.set(count, data)
    return writeSlice(header, data, sps, pps)
  }
}
