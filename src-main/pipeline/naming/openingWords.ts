const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const mostWords = 4
const mostGraphemes = 40

/**
 * The first words of a text, for messages that say which part is being worked on: `Apple reported strong earnings...`
 * in the API guide's way. A text of four words or fewer stands as it is; one without spaces is cut after 40 letters.
 */
export function openingWords(text: string): string {
  const words = text.trim().split(/\s+/)
  const opening = words.slice(0, mostWords).join(' ')
  const letters = [...graphemes.segment(opening)].map((part) => part.segment)
  if (words.length <= mostWords && letters.length <= mostGraphemes) return opening
  const shown = letters.slice(0, mostGraphemes).join('')
  return `${shown.replace(/[\s\p{P}]+$/u, '')}...`
}
