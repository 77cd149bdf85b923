import { buildLattice, type Lattice } from './lattice.ts'
import { distanceTo, learnModels, type Models, referenceModels } from './models.ts'
import type { Reference } from './reference.ts'
import { searchPath } from './searchPath.ts'
import { hop, type Recording, speechClock } from './sound/recording.ts'
import type { Passage, Path } from './trace.ts'

/** Vocal tracts shorter and longer than the reference voice's; the best of them is gone on with. */
const warps = [0.88, 1, 1.12]
/** Seconds of speech, pauses not counted, that a word may be away from where it is expected at first. */
const firstReach = { least: 4, share: 0.15, most: 12 }
/** The searches with models learnt from the path before: seconds that a word may be away from where that had it. */
const laterReaches = [4, 2, 2]
/**
 * What speech costs that is not in the text (see `SearchLimits`): more while the models are another voice's, which fit the
 * right words badly.
 */
const strangePenalty = { first: 0.6, later: 0.45 }
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

  const expected = expectPassage(lattice, clock, reach)
  const firsts = warps.map((warp) => {
    const models = referenceModels(lattice, reference.features(warp))
    return {
      models,
      path: searchPath(lattice, recording, models, { within: expected, strangePenalty: strangePenalty.first }),
    }
  })
  const first = firsts.reduce((a, b) => (b.path.cost < a.path.cost ? b : a))
  let { path, models } = first
  for (const later of laterReaches) {
    if (!Number.isFinite(path.cost)) break
    models = learnModels(lattice, recording, path, first.models)
    const within = about(completePassage(lattice, path.passed), later / hop)
    path = searchPath(lattice, recording, models, { within, strangePenalty: strangePenalty.later })
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

/**
 * Junctions are expected where as much of the recording's speech has been heard as of the reference's, give or take
 * `reach` frames of speech: a pause may be as long as it likes.
 */
function expectPassage({ junctionAt }: Lattice, clock: Float64Array, reach: number): Passage {
  const whole = Math.max(1, junctionAt.at(-1) ?? 1)
  const heard = clock.at(-1) ?? 0
  const due = junctionAt.map((junction) => (junction / whole) * heard)
  return { from: framesAt(clock, due, -reach, false), to: framesAt(clock, due, reach, true) }
}

/** The first (or last) frames before which `due` (ascending) + `later` frames of speech were heard. */
function framesAt(clock: Float64Array, due: Float64Array, later: number, last: boolean): Float64Array {
  let frame = 0
  return due.map((heard) => {
    const goal = heard + later
    while (frame < clock.length - 1 && (last ? clock[frame + 1]! <= goal : clock[frame]! < goal)) frame++
    return frame
  })
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
