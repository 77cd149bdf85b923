import { macroblock, sliceRows, vectorRange } from '#engines/h264/planBands.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'
import { colourTags, toYuv } from './pictureFormat.ts'
import { outputPipe, type PipeJob } from './pipeFfmpeg.ts'
import { codedPictures, type GraftPlan, idrPeriod, type PlannedBand } from './planGraft.ts'
import { burnIn, hold, logo, overlay, selectPictures, waveformInput } from './sceneFilters.ts'

/** A run of ffmpeg that encodes some bands; its outputs are theirs in this order. */
export interface BandJob extends PipeJob {
  readonly bands: readonly PlannedBand[]
}

/**
 * The ffmpeg runs that encode a plan's bands: one for what stands still and what changes in every picture, and one for
 * captions that change now and then, which go ahead at their own pace.
 */
export function bandJobs(scene: Scene, plan: GraftPlan, threads: number): BandJob[] {
  const pauses = (planned: PlannedBand) => planned.captions && codedPictures(planned, plan) !== undefined
  const others = plan.bands.filter((planned) => !pauses(planned))
  const pausing = plan.bands.filter(pauses)
  return [
    ...(others.length > 0 ? [bandJob(scene, plan, others, threads)] : []),
    ...(pausing.length > 0 ? [bandJob(scene, plan, pausing, 1)] : []),
  ]
}

function bandJob(scene: Scene, plan: GraftPlan, bands: readonly PlannedBand[], threads: number): BandJob {
  const scenery = ['-i', scene.background, ...(scene.overlay ? ['-i', scene.overlay] : [])]
  const wave = bands.some(({ waveform }) => waveform) && scene.waveform && waveformInput(scene.waveform, scene.pictures)
  const wavePad = `${scene.overlay ? 2 : 1}:v`
  const pads = bands.map((_, i) => `[scenery${i}]`)
  const graph = [
    `${drawScenery(scene)},split=${bands.length}${pads.join('')}`,
    ...bands.map((band, i) => `${pads[i]}${drawBand(scene, plan, band, wavePad)}[band${i}]`),
  ].join(';')
  const outputs = bands.flatMap((planned, i) => [
    ...['-map', `[band${i}]`, '-r', String(fps), '-frames:v', String(framesOf(scene, plan, planned))],
    ...['-c:v', 'libx264', ...x264(scene, plan, planned, threads)],
    ...['-f', 'h264', '-flush_packets', '1', outputPipe(i)],
  ])
  return {
    bands,
    args: [...scenery, ...(wave ? [...wave.options, '-i', 'pipe:0'] : []), '-filter_complex', graph, ...outputs],
    ...(wave && { input: wave.pictures }),
    outputs: bands.length,
    doing: 'drawing the video',
  }
}

/** One picture of all that stands still. */
function drawScenery(scene: Scene): string {
  const ground = `[0:v]${toYuv}`
  return scene.overlay ? `${ground}[ground];${logo('1:v')}[logo];${overlay('ground', 'logo', 0, 0)}` : ground
}

/** From the scenery to a band's pictures, as many as its stream codes, 30 a second. */
function drawBand(scene: Scene, plan: GraftPlan, planned: PlannedBand, wavePad: string): string {
  const { band } = planned
  const top = band.row * macroblock
  // The last rows of the last band may lie below the picture: the encoder fills them as it does at a picture's edge.
  const crop = `crop=${scene.width}:${Math.min(scene.height, top + band.rows * macroblock) - top}:0:${top}`
  if (band.kind === 'still') return `${crop},${hold(framesOf(scene, plan, planned))}`
  const waveform = planned.waveform ? scene.waveform : undefined
  const captions = planned.captions ? scene.captions : undefined
  const held = hold(scene.pictures)
  const wave = (above: number) =>
    waveform ? `[ground];${overlay('ground', wavePad, waveform.rect.x, waveform.rect.y - above)}` : ''
  if (!captions) return `${crop},${held}${wave(top)}`
  // libass needs the whole picture to place captions in, so they are drawn before it is cropped, and only once each
  // unless they lie over the waveform.
  const apart =
    !waveform || captions.bottom <= waveform.rect.y || captions.top >= waveform.rect.y + waveform.rect.height
  if (!plan.captions || !apart) return `${held}${wave(0)},${burnIn(captions)},${crop}`
  const changes = waveform ? new Set([...plan.captions, scene.pictures - 1]) : plan.captions
  const drawn = `${held},${selectPictures(changes)},${burnIn(captions)},${crop}`
  return waveform ? `${drawn},fps=${fps}${wave(top)}` : `${drawn},setpts=N`
}

/** A still band is coded twice: the second picture says that the first is whole, while its stream stays open. */
function framesOf({ pictures }: Scene, plan: GraftPlan, planned: PlannedBand): number {
  return planned.band.kind === 'still' ? 2 : (codedPictures(planned, plan)?.size ?? pictures)
}

/**
 * Quantisers that together give the quality and the size of x264Quality. In moving bands they are constant, and those of
 * IDR pictures so much finer than the others that what they leave of a still picture rounds to nothing in the P pictures:
 * margins stay skipped, on any content that was tried (tests/bench/margins.ts). No regions of interest are needed for
 * that, which ffmpeg has known since 4.2 only. Still bands are coded once and may adapt to what is in them.
 */
const qp = { idr: 13, p: 26 }
const stillCrf = 17

const quality = ['-preset', 'veryfast', '-profile:v', 'high', '-pix_fmt', 'yuv420p', ...colourTags] as const

/** Every picture refers to the past only, is put out at once, and begins with a delimiter that ends the one before. */
const common = `bframes=0:weightp=0:scenecut=0:rc-lookahead=0:mbtree=0:8x8dct=1:aud=1:force-cfr=1:mvrange=${vectorRange}`

function x264(scene: Scene, plan: GraftPlan, planned: PlannedBand, threads: number): string[] {
  const { band, waveform } = planned
  if (band.kind === 'still')
    return ['-threads', '1', ...quality, '-crf', String(stillCrf), '-x264-params', `${common}:ref=1:ipratio=1`]
  const coded = codedPictures(planned, plan)
  const moving = [
    common,
    `slice-max-mbs=${sliceRows(band) * Math.ceil(scene.width / macroblock)}`,
    `ipratio=${2 ** ((qp.p - qp.idr) / 6)}`,
    // What a dancing bar uncovers was there some pictures ago: four references make up for B pictures and motion search.
    waveform ? 'ref=4:mixed-refs=1:me=dia:subme=0' : 'ref=1',
    coded ? 'keyint=infinite' : `keyint=${idrPeriod}:min-keyint=${idrPeriod}`,
  ]
  return [
    ...['-threads', String(threads), ...quality, '-qp', String(qp.p), '-x264-params', moving.join(':')],
    ...(coded ? ['-force_key_frames', idrTimes(coded)] : []),
  ]
}

/** When the IDR pictures come in a stream of some pictures only, at 30 a second. */
function idrTimes(coded: ReadonlySet<number>): string {
  const pictures = [...coded].sort((a, b) => a - b)
  return pictures.flatMap((picture, i) => (picture % idrPeriod === 0 ? [(i / fps).toFixed(6)] : [])).join()
}
