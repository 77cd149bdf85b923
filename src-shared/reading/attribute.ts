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
    const words = say.split(/[\s-]+/).filter(Boolean)
    const of = places.flatMap((place, i) => (place.start < end && place.end > start ? [i] : []))
    return words.map((text, i) => ({ text, owner: of[Math.floor((i * of.length) / words.length)] ?? 0 }))
  })
  if (spoken.length < needs.filter(Boolean).length) return undefined
  let least = 0
  const owners = spoken.map(({ owner }) => {
    least = Math.max(least, owner)
    return least
  })
  if (needs.some((needed, i) => needed && !owners.includes(i))) spread(owners, needs)
  return places.map((_, i) =>
    spoken.filter((_, word) => owners[word] === i).map(({ text }) => ({ text, class: kind, stop: '' })),
  )
}

/** As even shares as there are words that need one. */
function spread(owners: number[], needs: readonly boolean[]): void {
  const needy = needs.flatMap((needed, i) => (needed ? [i] : []))
  owners.forEach((_, i) => {
    owners[i] = needy[Math.floor((i * needy.length) / owners.length)]!
  })
}
