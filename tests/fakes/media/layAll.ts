import { describeUnshown } from '#pipeline/captions/describeUnshown.ts'
import { layoutCaptions } from '#pipeline/layoutCaptions.ts'

/** All captions of a narration at once, and what they can't show. */
export function layAll(...narration: Parameters<typeof layoutCaptions>) {
  const laid = [...layoutCaptions(...narration)]
  return { cues: laid.map(({ cue }) => cue), painted: laid.flatMap(({ painted }) => painted), ...describeUnshown(laid) }
}
