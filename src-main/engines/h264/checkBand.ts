import { type Band, interpolationReach, type MovingBand, macroblock } from './planBands.ts'
import type { CodedPicture, Slice } from './readPictures.ts'
import { countSkipped } from './skippedMacroblocks.ts'
import { unescapeBytes } from './syntax/emulationPrevention.ts'
import { NalUnitType } from './syntax/nalUnits.ts'
import { SliceType } from './syntax/sliceHeader.ts'
import { need } from './syntax/unsupportedStream.ts'

/**
 * Throws UnsupportedStream unless a band's picture has the band's size, and the vectors of a moving band can't cross its
 * margins.
 */
export function checkFits(band: Band, { sps, slices }: CodedPicture, widthInMbs: number): void {
  const rows = sps.pic_height_in_map_units_minus1 + 1
  need(
    sps.pic_width_in_mbs_minus1 + 1 === widthInMbs && rows === band.rows,
    `a band is ${sps.pic_width_in_mbs_minus1 + 1}x${rows} macroblocks, not ${widthInMbs}x${band.rows}`,
  )
  need(slices[0]!.header.first_mb_in_slice === 0, 'a picture lacks its first slice')
  if (band.kind === 'still') return
  const reach = 2 ** sps.log2_max_mv_length_vertical / 4 + interpolationReach
  for (const margin of [band.marginTop, band.marginBottom])
    need(margin === 0 || margin * macroblock >= reach, `vectors reach ${reach} rows, across the margin`)
}

/**
 * Throws UnsupportedStream unless every slice of the picture is of an IDR picture or none is, as `idr` says, and all
 * slices of IDR pictures are I slices.
 */
export function checkIdr({ slices }: CodedPicture, idr: boolean): void {
  for (const { header } of slices) {
    const isIdr = header.nal_unit_type === NalUnitType.idrSlice
    need(isIdr === idr, `a picture is ${isIdr ? '' : 'not '}an IDR picture where it should${isIdr ? ' not' : ''} be`)
    need(!isIdr || header.slice_type === SliceType.I, 'an IDR picture has a P slice')
  }
}

/**
 * Throws UnsupportedStream unless both margins of a P picture are skipped, which is to say still. The lower margin has
 * slices of its own; where the core is lower than the margin, x264 needs several for it.
 */
export function checkMargins(band: MovingBand, { slices }: CodedPicture, widthInMbs: number): void {
  const top = band.marginTop * widthInMbs
  need(top === 0 || skippedFrom(slices[0]!, top) === top, 'the upper margin of a band moves')
  if (band.marginBottom === 0) return
  const end = band.rows * widthInMbs
  const firsts = [...slices.map(({ header }) => header.first_mb_in_slice), end]
  const margin = firsts.indexOf(end - band.marginBottom * widthInMbs)
  need(margin >= 0, 'the lower margin is not a slice of its own')
  const still = slices.slice(margin).every((slice, i) => {
    const macroblocks = firsts[margin + i + 1]! - firsts[margin + i]!
    return skippedFrom(slice, macroblocks) === macroblocks
  })
  need(still, 'the lower margin of a band moves')
}

/**
 * Throws UnsupportedStream unless a P picture refers only to what its band has at the same index in the finished stream:
 * the `run` pictures that it coded without a pause, or the latest one.
 */
export function checkReferences({ slices }: CodedPicture, run: number): void {
  for (const { header } of slices)
    need(header.num_ref_idx_l0_active_minus1 < Math.max(1, run), 'a band refers to pictures across a pause')
}

/** Skipped macroblocks at the beginning of a slice, at most `limit`. */
function skippedFrom({ nalUnit, header, dataOffset }: Slice, limit: number): number {
  if (header.slice_type !== SliceType.P) return 0
  // the contexts settle within some bytes; after that a skipped macroblock takes 1/30 of a bit
  const enough = dataOffset + 32 + Math.ceil(limit / 64)
  const data = unescapeBytes(nalUnit.subarray(1), enough).subarray(dataOffset)
  return countSkipped(data, limit, header.SliceQPY, header.cabac_init_idc)
}
