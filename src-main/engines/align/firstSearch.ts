import { buildLattice, type Lattice, type WordReadings } from './lattice.ts'
import { type Models, referenceModels } from './models.ts'
import type { Reference } from './reference.ts'
import { searchPath } from './searchPath.ts'
import type { Features } from './sound/features.ts'
import { hop, type Recording, speechClock } from './sound/recording.ts'
import type { Passage, Path } from './trace.ts'

/** Seconds of speech, pauses not counted, that a word may be away from where it is expected at first. */
const reach = { least: 4, share: 0.15, most: 12 }
/** What speech costs that is not in the text: the models are another voice's, which fit the right words badly. */
const strangePenalty = 0.6
/** How many times as slow as the reference a recording may be. */
const slowest = 2.5

/** Words, with what is known of them and of a recording before any of it was found in the other. */
interface Fit {
  readonly lattice: Lattice
  readonly models: Models
  readonly path: Path
}

/** Lays words out as long as they are when they fill the recording. */
export function layOutFilling(words: readonly WordReadings[], reference: Reference, recording: Recording): Lattice {
  const heard = (speechClock(recording.loud).at(-1) ?? 0) * hop
  const pace = heard / Math.max(0.1, reference.speechSeconds(words))
  return buildLattice(words, Math.min(slowest, Math.max(1 / slowest, pace)) / hop)
}

/** Finds the words of a lattice in a recording by the reference voice's own sounds, its bands moved as `features` are. */
export function searchFirst(lattice: Lattice, features: Features, recording: Recording): Fit {
  const clock = speechClock(recording.loud)
  const seconds = recording.features.frames * hop
  const frames = Math.min(reach.most, Math.max(reach.least, reach.share * seconds)) / hop
  const models = referenceModels(lattice, features)
  const within = expectPassage(lattice, clock, frames)
  return { lattice, models, path: searchPath(lattice, recording, models, { within, strangePenalty }) }
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
