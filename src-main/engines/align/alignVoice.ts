import { layOutFilling, searchFirst } from './firstSearch.ts'
import type { Lattice } from './lattice.ts'
import { distanceTo, learnModels, type Models } from './models.ts'
import type { Reference } from './reference.ts'
import { searchPath } from './searchPath.ts'
import type { Features } from './sound/features.ts'
import { hop, type Recording } from './sound/recording.ts'
import type { Passage, Path } from './trace.ts'

/** Vocal tracts shorter and longer than the reference voice's; the best of them is gone on with. */
const warps = [0.88, 1, 1.12]
/** The searches with models learnt from the path before: seconds that a word may be away from where that had it. */
const laterReaches = [4, 2, 2]
/** What speech costs that is not in the text, once the models are the recording's own. */
const strangePenalty = 0.45

/** How a recording fits one reference voice's speech of the same text. */
export interface VoicePath {
  readonly lattice: Lattice
  readonly path: Path
  /** The first search, by the reference voice's own sounds: its bands moved as they fit best, and the path's cost. */
  readonly first: { readonly features: Features; readonly cost: number }
  /** What a frame of speech differs from the models on the path beyond what it differs from the nearest ones, on the mean. */
  readonly excess: number
}

/**
 * Finds the words of a reference in a recording: the best of three vocal tract warps with the reference's own models of
 * its phones, then three times more with models learnt from the recording itself.
 */
export function alignVoice(reference: Reference, recording: Recording): VoicePath {
  const lattice = layOutFilling(reference.words, reference, recording)
  const firsts = warps.map((warp) => {
    const features = reference.features(warp)
    return { features, ...searchFirst(lattice, features, recording) }
  })
  const first = firsts.reduce((a, b) => (b.path.cost < a.path.cost ? b : a))
  let { path, models } = first
  for (const later of laterReaches) {
    if (!Number.isFinite(path.cost)) break
    models = learnModels(lattice, recording, path, first.models)
    const within = about(completePassage(lattice, path.passed), later / hop)
    path = searchPath(lattice, recording, models, { within, strangePenalty })
  }
  const { features } = first
  const excess = excessOf(path, lattice, models, recording)
  return { lattice, path, first: { features, cost: first.path.cost }, excess }
}

function excessOf({ node, bestFit }: Path, { model }: Lattice, models: Models, { features }: Recording): number {
  let frames = 0
  let sum = 0
  node.forEach((at, frame) => {
    // A filler fits whatever there is.
    if (at < 0 || model[at]! < 0) return
    frames++
    sum += distanceTo(models, model[at]!, features.data, frame) - bestFit[frame]!
  })
  return sum / Math.max(1, frames)
}

const about = ({ from, to }: Passage, reach: number): Passage => ({
  from: from.map((frame) => frame - reach),
  to: to.map((frame) => frame + reach),
})

/** Gives the junctions beside the path a place between those on it, in the reference's proportions. */
function completePassage({ junctionAt }: Lattice, passed: Passage): Passage {
  const from = passed.from.slice()
  const to = passed.to.slice()
  let before = 0
  for (let junction = 1; junction < from.length; junction++) {
    if (!Number.isNaN(passed.from[junction]!)) {
      before = junction
      continue
    }
    let after = junction
    while (Number.isNaN(passed.from[after]!)) after++
    const span = junctionAt[after]! - junctionAt[before]!
    const share = span > 0 ? Math.min(1, Math.max(0, (junctionAt[junction]! - junctionAt[before]!) / span)) : 0
    from[junction] = passed.to[before]! + share * (passed.from[after]! - passed.to[before]!)
    to[junction] = from[junction]!
  }
  return { from, to }
}
