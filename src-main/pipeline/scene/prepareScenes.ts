import { join } from 'node:path'
import type { Images } from '#ports/Images.ts'
import { appError } from '#shared/errors.ts'
import type { JobRequest } from '#shared/job/request.ts'
import type { Look } from '#shared/look/look.ts'
import { ownValue } from '#shared/pick.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'
import { prepareBackground, type SharedScene } from './prepareBackground.ts'

/** What the video of one segment shows behind its words. */
export interface SegmentScene extends SharedScene {
  /** Other backgrounds, each from a word of the segment on, in order. */
  readonly changes: readonly { readonly word: number; readonly scene: SharedScene }[]
}

/** What decides the scenes of a job. */
export type ScenesRequest = Pick<JobRequest, 'kind' | 'look' | 'looks' | 'backgrounds'>

/**
 * Makes ready what each segment shows: the job's look or the one that its script names for it, and the backgrounds that
 * its marks name. What several segments have in common is painted once. Fails with LOOK_UNKNOWN or BACKGROUND_UNKNOWN
 * where the script names what the request does not hold or has not fetched, and as prepareBackground does.
 *
 * @param work where backgrounds are painted
 */
export async function prepareScenes(
  { kind, look, looks, backgrounds }: ScenesRequest,
  segments: readonly Segment[],
  images: Images,
  { work, signal }: { readonly work: string; readonly signal: AbortSignal },
): Promise<Result<SegmentScene[]>> {
  const known = new Map<string, SharedScene>()
  const prepare = async (of: Look): Promise<Result<SharedScene>> => {
    const key = JSON.stringify(of)
    const before = known.get(key)
    if (before) return ok(before)
    const made = await prepareBackground({ kind, look: of }, images, join(work, `scene-${known.size + 1}`), signal)
    if (made.ok) known.set(key, made.value)
    return made
  }
  const scenes: SegmentScene[] = []
  for (const segment of segments) {
    const own = segment.look === undefined ? look : ownValue(looks, segment.look)
    if (!own) return fail(appError('LOOK_UNKNOWN', { name: segment.look ?? '' }))
    let first = own
    const changes: { word: number; scene: SharedScene }[] = []
    for (const mark of segment.marks ?? []) {
      if (mark.kind !== 'background') continue
      const background = mark.background === undefined ? own.background : ownValue(backgrounds, mark.background)
      if (!background || background.kind === 'address')
        return fail(appError('BACKGROUND_UNKNOWN', { name: mark.background ?? '' }))
      const changed = { ...own, background }
      if (mark.at === 0) first = changed
      else {
        const scene = await prepare(changed)
        if (!scene.ok) return scene
        changes.push({ word: mark.at, scene: scene.value })
      }
    }
    const scene = await prepare(first)
    if (!scene.ok) return scene
    scenes.push({ ...scene.value, changes })
  }
  return ok(scenes)
}
