import { fps } from '#shared/domain.ts'

/** Seconds between two keyframes at most: players seek to them, and platforms ask for 5 or fewer. */
export const keyframeSeconds = 5

/** x264's settings of every finished video, whichever way its frames are made. */
export const x264Quality = [
  '-preset',
  'veryfast',
  '-crf',
  '20',
  '-profile:v',
  'high',
  '-pix_fmt',
  'yuv420p',
  '-g',
  String(keyframeSeconds * fps),
] as const

/**
 * x264's settings where the whole frame moves slowly. What it spends most time on finds little there: two thirds of the
 * time of x264Quality give a smaller file, its similarity to the frames (SSIM) within 0.0015.
 */
export const x264SlowMotion = [
  ...x264Quality,
  '-crf',
  '18',
  '-x264-params',
  'me=dia:subme=1:partitions=none:no-psy=1:weightp=0:b-adapt=0:rc-lookahead=5',
] as const

/** BT.709 limited range, said in the stream (ITU-T H.264 annex E, VUI). */
export const colourTags = [
  '-color_range',
  'tv',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
] as const

/** Full-range RGB to limited-range BT.709 yuv420p, as `colourTags` say. */
export const toYuv =
  'scale=in_range=full:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int,format=yuv420p'
