import { noteUnshown } from '#pipeline/captions/noteUnshown.ts'
import { layoutCaptions } from '#pipeline/layoutCaptions.ts'

/** All captions of a narration at once, and what they can't show. */
export function layAll(...narration: Parameters<typeof layoutCaptions>) {
  const laid = [...layoutCaptions(...narration)]
  const unshown = noteUnshown()
  for (const one of laid) unshown.add(one)
  return { cues: laid.map(({ cue }) => cue), painted: laid.flatMap(({ painted }) => painted), ...unshown.noted }
}
