import type { WordReadings } from '../lattice.ts'

/** What else than a whole text a recording may say of its words. */
export interface Rival {
  readonly words: readonly WordReadings[]
  /** The words of the text that it lacks, [from, to) by index. */
  readonly lacks?: readonly [from: number, to: number]
  /** How many times it says the text. */
  readonly times?: number
}

/** Shares of a text that speech breaks off after, and that speech begins after. */
const ends = [0.4, 0.55, 0.7]
const beginnings = [0.5, 0.34]
/** The middle of a text that speech skips, from so many words on. */
const skipped = { from: 1 / 3, to: 2 / 3, least: 4 }

/**
 * What a recording may say in place of a text: a part of it, the text two or three times, or nonsense of the same
 * sounds, which stands for any other text. Words without a sound belong to no rival.
 */
export function rivalsOf(words: readonly WordReadings[]): Rival[] {
  const all = spokenWords(words).map((word) => words[word]!)
  const cuts = [
    ...ends.map((share) => [share, 1] as const),
    ...beginnings.map((share) => [0, share] as const),
    ...(all.length < skipped.least ? [] : [[skipped.from, skipped.to] as const]),
  ]
  return [
    ...cuts.flatMap(([from, to]) => without(words, from, to)),
    ...[2, 3].map((times) => ({ words: new Array(times).fill(all).flat(), times })),
    { words: all.toReversed() },
    { words: all.toReversed().map(backwards) },
  ]
}

/** The indexes of the words that have a sound. */
export const spokenWords = (words: readonly WordReadings[]): number[] =>
  [...words.keys()].filter((word) => words[word]!.readings.length > 0 || words[word]!.open)

/** The words without those from one share of them to another; nothing where that leaves all of them, or none. */
export function without(words: readonly WordReadings[], from: number, to: number): Rival[] {
  const spoken = spokenWords(words)
  const [first, end] = [Math.round(from * spoken.length), Math.round(to * spoken.length)]
  const kept = [...spoken.slice(0, first), ...spoken.slice(end)]
  if (first === end || kept.length === 0) return []
  const lacks = [spoken[first]!, spoken[end - 1]! + 1] as const
  return [{ words: kept.map((word) => words[word]!), lacks }]
}

const backwards = ({ readings, open }: WordReadings): WordReadings => ({
  readings: readings.map((reading) => reading.toReversed().map((part) => part.toReversed())),
  open,
})
