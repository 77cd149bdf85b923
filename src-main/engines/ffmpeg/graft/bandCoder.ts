import { macroblock, sliceRows, vectorRange } from '#engines/h264/planBands.ts'
import { fps } from '#shared/domain.ts'
import { colourTags } from '../scene/pixelFormat.ts'
import { codedPictures, type GraftPlan, idrPeriod, type PlannedBand } from './planGraft.ts'

/**
 * Quantisers that together give the quality and the size of x264Quality. In moving bands they are the same for all
 * pictures of a kind, whatever happens in them (qcomp; 1 itself would leave the first IDR picture as coarse as the
 * others), and follow what each macroblock holds (aq-mode), so that grain in dark places stays. Those of IDR pictures are
 * so much finer than the others that what they leave of a still picture rounds to nothing in the P pictures: margins stay
 * skipped, on any content that was tried (tests/bench/margins.ts). No regions of interest are needed for that, which
 * ffmpeg has known since 4.2 only.
 */
const quantiser = { idr: 13, p: 26 }
const steady = 'qcomp=0.999:aq-mode=1:aq-strength=0.8'
/** Still bands are coded once. */
const stillCrf = 17

const quality = ['-preset', 'veryfast', '-profile:v', 'high', '-pix_fmt', 'yuv420p', ...colourTags] as const

/**
 * Every picture refers to the past only, is put out at once, and begins with a delimiter that ends the one before. Colour
 * is a little finer than x264 has it, or what a dark caption leaves behind keeps its tint.
 */
const common =
  'bframes=0:weightp=0:scenecut=0:rc-lookahead=0:mbtree=0:8x8dct=1:aud=1:force-cfr=1:chroma-qp-offset=-2:' +
  `mvrange=${vectorRange}`

/** How ffmpeg is told to code a band's pictures, all of `width` luma samples; `threads` are those it may use. */
export function bandCoder(width: number, plan: GraftPlan, planned: PlannedBand, threads: number): string[] {
  const { band, waveform } = planned
  if (band.kind === 'still')
    return [
      '-c:v',
      'libx264',
      '-threads',
      '1',
      ...quality,
      '-crf',
      String(stillCrf),
      '-x264-params',
      `${common}:ref=1:ipratio=1`,
    ]
  const coded = codedPictures(planned, plan)
  const moving = [
    common,
    `slice-max-mbs=${sliceRows(band) * Math.ceil(width / macroblock)}`,
    steady,
    `ipratio=${2 ** ((quantiser.p - quantiser.idr) / 6)}`,
    // What a falling bar uncovers was there some pictures ago: four references make up for B pictures and motion search.
    waveform ? 'ref=4:mixed-refs=0:me=dia:subme=0' : 'ref=1:me=dia:subme=0',
    coded ? 'keyint=infinite' : `keyint=${idrPeriod}:min-keyint=${idrPeriod}`,
  ]
  return [
    '-c:v',
    'libx264',
    '-threads',
    String(threads),
    ...quality,
    '-crf',
    String(quantiser.p),
    '-x264-params',
    moving.join(':'),
    ...(coded ? ['-force_key_frames', idrTimes(coded)] : []),
  ]
}

/** When the IDR pictures come in a stream of some pictures only, at 30 a second. */
function idrTimes(coded: ReadonlySet<number>): string {
  const pictures = [...coded].sort((a, b) => a - b)
  return pictures.flatMap((picture, i) => (picture % idrPeriod === 0 ? [(i / fps).toFixed(6)] : [])).join()
}
