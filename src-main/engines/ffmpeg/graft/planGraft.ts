import { type Band, type Mover, planBands } from '#engines/h264/planBands.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'
import { keyframeSeconds } from '../scene/pixelFormat.ts'
import { captionChanges } from './captionChanges.ts'

/** Pictures from one IDR picture to the next. */
export const idrPeriod = keyframeSeconds * fps

/** A band, and what is drawn in it. */
export interface PlannedBand {
  readonly band: Band
  readonly waveform: boolean
  readonly captions: boolean
}

export interface GraftPlan {
  /** From top to bottom. */
  readonly bands: readonly PlannedBand[]
  /** The pictures at which the captions change, all IDR pictures, and those after them; absent: any picture may be one. */
  readonly captions?: ReadonlySet<number>
}

/** Cuts a scene whose background stands still into bands. `ass` are the lines of its captions' file. */
export async function planGraft(
  scene: Scene,
  ass: AsyncIterable<string> | Iterable<string> | undefined,
): Promise<GraftPlan> {
  const movers: Mover[] = []
  if (scene.waveform) {
    const { y, height } = scene.waveform.rect
    movers.push({ name: 'waveform', top: y, bottom: y + height })
  }
  if (scene.captions) movers.push({ name: 'captions', top: scene.captions.top, bottom: scene.captions.bottom })
  const bands = planBands(scene.height, movers).map((band): PlannedBand => {
    const has = (mover: string) => band.kind === 'moving' && band.movers.includes(mover)
    return { band, waveform: has('waveform'), captions: has('captions') }
  })
  const captions = ass === undefined ? undefined : await captionChanges(ass, scene.frameCount)
  // x264 makes an IDR picture that follows another as coarse as a P picture: so in a band's stream none does.
  const idrs = Array.from({ length: Math.ceil(scene.frameCount / idrPeriod) }, (_, i) => i * idrPeriod)
  for (const n of idrs.flatMap((idr) => [idr, idr + 1])) if (n < scene.frameCount) captions?.add(n)
  return { bands, ...(captions && { captions }) }
}

/** The pictures that a band's stream codes; undefined: all of them. Of a still band, the first. */
export function codedPictures({ band, waveform }: PlannedBand, plan: GraftPlan): ReadonlySet<number> | undefined {
  if (band.kind === 'still') return new Set([0])
  return waveform ? undefined : plan.captions
}
