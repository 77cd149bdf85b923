import { need } from './unsupportedStream.ts'

/** level_idc, MaxMBPS (macroblocks a second), MaxFS and MaxDpbMbs (macroblocks) of Table A-1, from level 3 on. */
const limits = [
  [30, 40_500, 1_620, 8_100],
  [31, 108_000, 3_600, 18_000],
  [32, 216_000, 5_120, 20_480],
  [40, 245_760, 8_192, 32_768],
  [42, 522_240, 8_704, 34_816],
  [50, 589_824, 22_080, 110_400],
  [51, 983_040, 36_864, 184_320],
  [52, 2_073_600, 36_864, 184_320],
] as const

/**
 * The lowest level_idc from 3 on whose decoders take pictures of this many macroblocks, this often, with this many
 * reference frames (A.3.1). Level 4.1 differs from 4 in the bit rate alone, which stays far below both limits here.
 */
export function levelFor(widthInMbs: number, heightInMbs: number, picturesPerSecond: number, frames: number): number {
  const mbs = widthInMbs * heightInMbs
  const level = limits.find(
    ([, maxMbps, maxFs, maxDpbMbs]) =>
      mbs <= maxFs &&
      Math.max(widthInMbs, heightInMbs) <= Math.sqrt(8 * maxFs) &&
      mbs * picturesPerSecond <= maxMbps &&
      mbs * frames <= maxDpbMbs,
  )
  need(level !== undefined, `no level has room for ${widthInMbs}x${heightInMbs} macroblocks`)
  return level[0]
}
