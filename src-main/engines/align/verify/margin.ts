import type { VoicePath } from '../alignVoice.ts'
import { layOutFilling, searchFirst } from '../firstSearch.ts'
import type { Reference } from '../reference.ts'
import type { Recording } from '../sound/recording.ts'
import { type Rival, rivalsOf } from './rivals.ts'

/** Most words of a text that is compared with its rivals: in longer ones the other figures tell as much. */
const mostCompared = 40

/** A reference voice with what it found in a recording. */
export interface Heard {
  readonly reference: Reference
  readonly voice: VoicePath
}

/**
 * By how much a text explains a recording better than the best of its rivals does: the rival's cost less the text's, as
 * a share of the text's, on the mean of the voices. Below 0 something else explains it better. Undefined for a text that
 * is too long, or where no voice found a way through.
 */
export function marginOf(heard: readonly Heard[], recording: Recording): number | undefined {
  const margins = heard.flatMap(({ reference, voice }) => {
    const { cost } = voice.first
    if (reference.words.length > mostCompared || !Number.isFinite(cost) || cost <= 0) return []
    const least = Math.min(...rivalsOf(reference.words).map((rival) => costOf(rival, { reference, voice }, recording)))
    return [(least - cost) / cost]
  })
  return margins.length < heard.length ? undefined : margins.reduce((sum, margin) => sum + margin, 0) / margins.length
}

/** The mean cost of a frame if the recording says a rival; Infinity where it can't. */
export function costOf(rival: Rival, { reference, voice }: Heard, recording: Recording): number {
  const lattice = layOutFilling(rival.words, reference, recording)
  return searchFirst(lattice, voice.first.features, recording).path.cost
}
