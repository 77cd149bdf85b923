import { macroblock, sliceRows } from '#engines/h264/planBands.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'
import { inputArguments } from '../process/ffmpegInput.ts'
import { outputPipe, type PipeJob } from '../process/pipeFfmpeg.ts'
import { toYuv } from '../scene/pixelFormat.ts'
import { burnIn, hold, logo, overlay, selectFrames, waveformInput } from '../scene/sceneFilters.ts'
import { bandCoder } from './bandCoder.ts'
import { codedPictures, type GraftPlan, type PlannedBand } from './planGraft.ts'

/** A run of ffmpeg that encodes some bands; its outputs are theirs in this order. */
export interface BandJob extends PipeJob {
  readonly bands: readonly PlannedBand[]
}

/**
 * The ffmpeg runs that encode a plan's bands: one for what stands still and what changes in every frame, and one for
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
  const stills = [scene.background, ...(scene.overlay === undefined ? [] : [scene.overlay])]
  const inputs = stills.flatMap((from) => inputArguments({ from, format: 'png_pipe' }))
  const wave =
    bands.some(({ waveform }) => waveform) && scene.waveform && waveformInput(scene.waveform, scene.frameCount)
  const wavePad = `${scene.overlay ? 2 : 1}:v`
  const pads = bands.map((_, i) => `[background${i}]`)
  const graph = [
    `${drawStill(scene, plan)},split=${bands.length}${pads.join('')}`,
    ...bands.map((band, i) => `${pads[i]}${drawBand(scene, plan, band, wavePad)}[band${i}]`),
  ].join(';')
  const outputs = bands.flatMap((planned, i) => [
    '-map',
    `[band${i}]`,
    '-r',
    String(fps),
    '-frames:v',
    String(frameCountOf(scene, plan, planned)),
    ...bandCoder(scene.width, plan, planned, threads),
    '-f',
    'h264',
    '-flush_packets',
    '1',
    outputPipe(i),
  ])
  return {
    bands,
    args: [
      ...inputs,
      ...(wave ? inputArguments({ ...wave.input, from: 'pipe:0' }) : []),
      '-filter_complex',
      graph,
      ...outputs,
    ],
    ...(wave && { input: wave.frames }),
    outputs: bands.length,
    doing: 'DRAWING',
  }
}

/** One frame of all that stands still. */
function drawStill(scene: Scene, plan: GraftPlan): string {
  const ground = `[0:v]${toYuv}`
  const still = scene.overlay ? `${ground}[ground];${logo('1:v')}[logo];${overlay('ground', 'logo', 0, 0)}` : ground
  return marginStarts(plan).reduce(addNoise, still)
}

/** Luma rows where a slice begins in a margin. */
function marginStarts(plan: GraftPlan): number[] {
  return plan.bands.flatMap(({ band }) => {
    if (band.kind === 'still') return []
    const starts = Array.from({ length: Math.ceil(band.rows / sliceRows(band)) }, (_, i) => i * sliceRows(band))
    const inMargin = starts.filter((row) => row < band.marginTop || row >= band.rows - band.marginBottom)
    return inMargin.map((row) => (band.row + row) * macroblock)
  })
}

/**
 * Adds noise of three grey levels, which nobody sees, to the one macroblock in which a slice begins. There x264 does not
 * ask whether to skip, as it does beside a skipped neighbour: it looks for the best vector, and on a ground without any
 * texture that is now and then another than zero, which leaves the margin moving. Noise is matched best by itself: by
 * the zero vector.
 */
const addNoise = (frame: string, top: number, i: number): string =>
  `${frame},split[smooth${i}][spot${i}];[spot${i}]crop=${macroblock}:${macroblock}:0:${top},` +
  `noise=c0_seed=1:c0_strength=7:c0_flags=u[rough${i}];${overlay(`smooth${i}`, `rough${i}`, 0, top)}`

/** From the background to a band's frames, as many as its stream codes, 30 a second. */
function drawBand(scene: Scene, plan: GraftPlan, planned: PlannedBand, wavePad: string): string {
  const { band } = planned
  const top = band.row * macroblock
  // The last rows of the last band may lie below the frame: the encoder fills them as it does at a frame's edge.
  const crop = `crop=${scene.width}:${Math.min(scene.height, top + band.rows * macroblock) - top}:0:${top}`
  if (band.kind === 'still') return `${crop},${hold(frameCountOf(scene, plan, planned))}`
  const waveform = planned.waveform ? scene.waveform : undefined
  const captions = planned.captions ? scene.captions : undefined
  const held = hold(scene.frameCount)
  const wave = (above: number) =>
    waveform ? `[ground];${overlay('ground', wavePad, waveform.rect.x, waveform.rect.y - above)}` : ''
  if (!captions) return `${crop},${held}${wave(top)}`
  // libass needs the whole frame to place captions in, so they are drawn before it is cropped, and only once each
  // unless they lie over the waveform.
  const apart =
    !waveform || captions.bottom <= waveform.rect.y || captions.top >= waveform.rect.y + waveform.rect.height
  if (!plan.captions || !apart) return `${held}${wave(0)},${burnIn(captions)},${crop}`
  const changes = waveform ? new Set([...plan.captions, scene.frameCount - 1]) : plan.captions
  const drawn = `${held},${selectFrames(changes)},${burnIn(captions)},${crop}`
  return waveform ? `${drawn},fps=${fps}${wave(top)}` : `${drawn},setpts=N`
}

/** A still band is coded twice: the second frame says that the first is whole, while its stream stays open. */
function frameCountOf({ frameCount }: Scene, plan: GraftPlan, planned: PlannedBand): number {
  return planned.band.kind === 'still' ? 2 : (codedPictures(planned, plan)?.size ?? frameCount)
}
