import { appError } from '#shared/errors.ts'
import type { JobRequest, NamedBackground } from '#shared/job/request.ts'
import { drawnBackground } from '#shared/look/drawnBackground.ts'
import type { Look } from '#shared/look/look.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'

/** Where what a script names is looked for. */
export interface NamePlaces {
  readonly findLook: (name: string) => Promise<Look | undefined>
  /** What a name stands for that is no drawn background; undefined where whoever wrote the script may not use it. */
  readonly findBackground: (name: string) => Promise<NamedBackground | undefined>
}

/**
 * The looks and backgrounds that the segments of a script name, as a job takes them. Fails with LOOK_UNKNOWN or
 * BACKGROUND_UNKNOWN.
 */
export async function resolveNames(
  segments: readonly Segment[],
  { findLook, findBackground }: NamePlaces,
): Promise<Result<Pick<JobRequest, 'looks' | 'backgrounds'>>> {
  // Names are a stranger's: 'constructor' is one like any other.
  const looks = new Map<string, Look>()
  const backgrounds = new Map<string, NamedBackground>()
  for (const { look: name, marks = [] } of segments) {
    if (name !== undefined) {
      const look = looks.get(name) ?? (await findLook(name))
      if (!look) return fail(appError('LOOK_UNKNOWN', { name }))
      looks.set(name, look)
    }
    for (const mark of marks) {
      if (mark.kind !== 'background' || mark.background === undefined) continue
      const { background: word } = mark
      const background = backgrounds.get(word) ?? drawnBackground(word) ?? (await findBackground(word))
      if (!background) return fail(appError('BACKGROUND_UNKNOWN', { name: word }))
      backgrounds.set(word, background)
    }
  }
  return ok({ looks: Object.fromEntries(looks), backgrounds: Object.fromEntries(backgrounds) })
}
