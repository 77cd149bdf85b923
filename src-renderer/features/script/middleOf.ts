/** Where a text is best cut in two: at the end of the sentence, or else the word, that is nearest to its middle. */
export function middleOf(text: string): number {
  const middle = text.length / 2
  const nearest = (pattern: RegExp) =>
    [...text.matchAll(pattern)]
      .map((match) => match.index + match[0].length)
      .filter((place) => text.slice(0, place).trim() !== '' && text.slice(place).trim() !== '')
      .reduce<number | undefined>(
        (best, place) => (best === undefined || Math.abs(place - middle) < Math.abs(best - middle) ? place : best),
        undefined,
      )
  return nearest(/[.!?…]["'”’»)\]]*\s+|[。！？]/gu) ?? nearest(/\s+/gu) ?? Math.round(middle)
}
