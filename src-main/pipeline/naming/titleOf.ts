import { findLanguage } from '#shared/reading/findLanguage.ts'
import { splitSentences } from '#shared/reading/splitSentences.ts'

const mostLetters = 72
/** Languages that write `3. Oktober` and `2. Weltkrieg`: a figure at the beginning need not count a list there. */
const ordinalLanguages = new Set(['de', 'pl'])
/** White space but for no-break spaces, which hold what stands on both sides together. */
const foldable = /[^\S\u00a0\u202f\u2007]+/gu

/**
 * A title from a segment's first sentence: its words as they are, without the figure of a list, cut between two of them
 * where it is long.
 */
export function titleOf(text: string): string {
  const sentences = splitSentences(text.trim())
  const first = sentences.find((one) => /[\p{L}\p{N}]/u.test(one)) ?? sentences[0] ?? ''
  const sentence = withoutListNumber(first.replace(foldable, ' ').trim())
  // The last stop of U.S. belongs to it.
  const whole = /(?:\p{L}\.){2}$/u.test(sentence) ? sentence : sentence.replace(/[.,;:–—-]+$/u, '')
  if (whole.length <= mostLetters) return whole
  const cut = whole.slice(0, mostLetters + 1)
  const end = cut.lastIndexOf(' ')
  const separator = Math.max(...['/', '?', '&'].map((sign) => cut.lastIndexOf(sign)))
  // An address would leave little before it, so it is cut itself; a script without spaces between letters, never within one.
  const place = end < mostLetters / 3 && separator > end ? separator : end
  const words = place > 0 ? cut.slice(0, place) : [...cut].slice(0, mostLetters / 2).join('')
  return `${words.replace(/[\s\p{P}]+$/u, '')}…`
}

/** `1. Wake up early` and `2) Go` without their figure, unless it may be an ordinal or is all that there is. */
export function withoutListNumber(sentence: string): string {
  const [, sign, rest] = /^\(?\d{1,2}([.)])\s+(?=.*\p{L})(.+)$/u.exec(sentence) ?? []
  if (rest === undefined || (sign === '.' && ordinalLanguages.has(findLanguage(sentence)))) return sentence
  return rest
}
