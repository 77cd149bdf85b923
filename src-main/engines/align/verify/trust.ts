import type { VoicePath } from '../alignVoice.ts'
import type { Lattice } from '../lattice.ts'
import type { Span } from '../sharesBetweenPauses.ts'

/** Seconds within which the reference voices must agree on a word's start. */
const agreement = 0.1
/** What a right alignment's frames may differ from their models beyond the nearest ones, and how much more counts. */
const innocentExcess = 0.03
const excessWeight = 8

/**
 * Below this an alignment is not used, and its recording does not say its text. Measured on espeak-ng's speech: right
 * ones reach 0.6, names that a voice says in its own way 0.48, wrong texts of 35 words and more 0. Fewer words fit almost
 * anything of their length; what tells them is the margin.
 */
export const leastTrust = 0.4

/**
 * How far an alignment can be trusted, 0 to 1. Right words are found at the same place with every reference voice, and
 * their sounds fit about as well as any other sounds would; where either fails, so does the alignment.
 * @param times word times by voice
 */
export function trustIn(voices: readonly VoicePath[], times: readonly (readonly Span[])[]): number {
  if (voices.some(({ path }) => !Number.isFinite(path.cost))) return 0
  const excess = voices.map((voice) => voice.excess).sort((a, b) => a - b)[voices.length >> 1]!
  const doubt = disputedShare(voices[0]!.lattice, times) + excessWeight * Math.max(0, excess - innocentExcess)
  return Math.min(1, Math.max(0, 1 - doubt))
}

/** Share of the words with a sound that are left out by most voices, or do not start at the same time with all of them. */
function disputedShare({ arcs }: Lattice, times: readonly (readonly Span[])[]): number {
  const spoken = new Set(arcs.map(({ word }) => word))
  const disputed = [...spoken].filter((word) => {
    const spans = times.map((of) => of[word]!)
    const starts = spans.map(({ start }) => start)
    const missing = spans.filter(({ start, end }) => end <= start).length
    return 2 * missing > spans.length || Math.max(...starts) - Math.min(...starts) > agreement
  })
  return disputed.length / Math.max(1, spoken.size)
}
