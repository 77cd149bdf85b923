import type { LookLibrary } from '#app/looks/lookLibrary.ts'
import { type CaptionPreset, type Look, withBackground, withCaptions } from '#shared/look/look.ts'
import { defaultLook } from '#shared/look/looks.ts'
import { ok, type Result } from '#shared/result.ts'

/** What of the flags makes up the look. */
export interface LookPlan {
  /** A look's name, or the path of its file; absent: the default look. */
  readonly name?: string
  /** Absolute path of a picture that takes the place of the look's own background. */
  readonly background?: string
  /** Takes the place of the look's own captions. */
  readonly captions?: CaptionPreset
}

/** The one look that a job gets. Fails with LOOK_UNKNOWN or LOOK_UNREADABLE. */
export async function finishLook({ name, background, captions }: LookPlan, looks: LookLibrary): Promise<Result<Look>> {
  const named = name === undefined ? ok(defaultLook) : await looks.choose(name)
  if (!named.ok) return named
  const backed = background === undefined ? named.value : withBackground(named.value, background)
  return ok(captions === undefined ? backed : withCaptions(backed, captions))
}
