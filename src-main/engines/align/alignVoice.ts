import { buildLattice, type Lattice } from './lattice.ts'
import { distanceTo, learnModels, type Models, referenceModels } from './models.ts'
import { hop, type Recording, speechClock } from './recording.ts'
import type { Reference } from './reference.ts'
import { type Passage, type Path, searchPath } from './searchPath.ts'

/** Vocal tracts shorter and longer than the reference voice's; the best of them is gone on with. */
const warps = [0.88, 1, 1.12]
/** Searches with models learnt from the path before. */
const learningPasses = 3
/** Seconds that a word may be away from where it is expected: at first, and about a path that is known. */
const firstReach = { least: 4, share: 0.15, most: 12 }
const laterReach = 2
/** How many times as slow as the reference a recording may be. */
const slowest = 2.5

/** How a recording fits one reference voice's speech of the same text. */
export interface VoicePath {
  readonly lattice: Lattice
  readonly path: Path
  /** What a frame of speech differs from the models on the path beyond what it differs from the nearest ones, on the mean. */
  readonly excess: number
}

/**
 * Finds the words of a reference in a recording: the best of three vocal tract warps with the reference's own models of
 * its phones, then three times more with models learnt from the recording itself.
 */
export function alignVoice(reference: Reference, recording: Recording): VoicePath {
  const clock = speechClock(recording.loud)
  const pace = ((clock.at(-1) ?? 0) * hop) / Math.max(0.1, reference.speechSeconds)
  const lattice = buildLattice(reference.words, Math.min(slowest, Math.max(1 / slowest, pace)) / hop)
  const seconds = recording.features.frames * hop
  const reach = Math.min(firstReach.most, Math.max(firstReach.least, firstReach.share * seconds)) / hop

  const search = (models: Models, expected: Passage, within: number) =>
    searchPath(lattice, recording.features, recording.loud, models, expected, within)

  const expected = expectPassage(lattice, clock)
  const firsts = warps.map((warp) => {
    const models = referenceModels(lattice, reference.features(warp))
    return { models, path: search(models, expected, reach) }
  })
  const first = firsts.reduce((a, b) => (b.path.cost < a.path.cost ? b : a))
  let { path, models } = first
  for (let pass = 0; pass < learningPasses && Number.isFinite(path.cost); pass++) {
    models = learnModels(lattice, recording.features, path, first.models)
    path = search(models, completePassage(lattice, path.passed), laterReach / hop)
  }
  return { lattice, path, excess: excessOf(path, lattice, models, recording) }
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

/** Junctions are expected where as much of the recording's speech has been heard as of the reference's, pauses aside. */
function expectPassage({ junctionAt }: Lattice, clock: Float64Array): Passage {
  const whole = Math.max(1, junctionAt.at(-1) ?? 1)
  const heard = clock.at(-1) ?? 0
  let frame = 0
  const at = junctionAt.map((junction) => {
    const due = (junction / whole) * heard
    while (frame < clock.length - 1 && clock[frame]! < due) frame++
    while (frame > 0 && clock[frame - 1]! >= due) frame--
    return frame
  })
  return { from: at, to: at }
}

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
