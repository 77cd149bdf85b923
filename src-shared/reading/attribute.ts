import type { ReadingClass, SpokenWord } from './reading.ts'

/** Spoken words and the characters of the text that they stand for. */
export interface Part {
  readonly say: string
  readonly start: number
  readonly end: number
}

/** A written word's place in the text. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A spoken word: letters with their accents, and apostrophes between them. Whatever else a rule leaves is not heard. */
const word = /\p{L}\p{M}*(?:'?\p{L}\p{M}*)*/gu

/**
 * Gives the spoken words of one match to the written words that it covers, in order. Every written word with a letter
 * or a figure gets one at least; undefined where there are too few.
 * @param places the written words that the match covers; `needs`: whether each must be heard
 */
export function attribute(
  parts: readonly Part[],
  kind: ReadingClass,
  places: readonly Place[],
  needs: readonly boolean[],
): readonly (readonly SpokenWord[])[] | undefined {
  const spoken = parts.flatMap(({ say, start, end }) => {
    const words = say.match(word) ?? []
    const of = places.flatMap((place, i) => (place.start < end && place.end > start ? [i] : []))
    return words.map((text, i) => ({ text, owner: of[Math.floor((i * of.length) / words.length)] ?? 0 }))
  })
  if (spoken.length < needs.filter(Boolean).length) return undefined
  const counts = places.map(() => 0)
  let least = 0
  for (const { owner } of spoken) {
    least = Math.max(least, owner)
    counts[least]!++
  }
  needs.forEach((needed, place) => {
    if (needed && counts[place] === 0) borrow(counts, needs, place)
  })
  let at = 0
  return counts.map((count) => {
    const words = spoken.slice(at, at + count).map(({ text }) => ({ text, class: kind, stop: '' as const }))
    at += count
    return words
  })
}

/** Gives a written word one spoken word more, which the nearest one that can spare it has less; those between move up. */
function borrow(counts: number[], needs: readonly boolean[], place: number): void {
  const spare = (at: number): boolean => (counts[at] ?? 0) > (needs[at] ? 1 : 0)
  for (let distance = 1; distance < counts.length; distance++)
    for (const at of [place + distance, place - distance])
      if (spare(at)) {
        counts[at]!--
        counts[place]!++
        return
      }
}
