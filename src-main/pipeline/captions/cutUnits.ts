import type { CaptionWord, WordTiming } from '#shared/domain.ts'
import { clinging } from './functionWords.ts'

/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const opening = /^[\p{Ps}\p{Pi}]+$/u

/**
 * The parts that a caption may be broken between: words, and within scripts that write no spaces their words as a
 * dictionary knows them, each with its share of the time by characters.
 */
export function cutUnits(words: readonly WordTiming[]): CaptionWord[] {
  return words.flatMap((timing, word) => {
    const parts = unspaced.test(timing.text) ? cutUnspaced(timing.text) : [timing.text]
    const lengths = parts.map((part) => [...part].filter((character) => /[\p{L}\p{N}]/u.test(character)).length)
    const whole = lengths.reduce((sum, length) => sum + length, 0) || 1
    let done = 0
    // Rounding must not carry a part past its word.
    const at = () => Math.min(timing.end, timing.start + ((timing.end - timing.start) * done) / whole)
    return parts.map((text, index): CaptionWord => {
      const start = at()
      done += lengths[index]!
      const end = index === parts.length - 1 ? timing.end : at()
      const spaced = index === 0 && word > 0
      return { text, start, end, word, spaced, ...(timing.emphasis && { emphasis: true }) }
    })
  })
}

/** Particles, and what is written in hiragana alone: endings of verbs above all. */
const isEnding = (segment: string, last = '') =>
  clinging.has(segment) || (/^\p{Script=Hiragana}+$/u.test(segment) && [...(last + segment)].length <= 8)

/** Punctuation and particles stay with the word before them, opening brackets and quotes with the word after. */
function cutUnspaced(text: string): string[] {
  const parts: string[] = []
  let pending = ''
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = parts.at(-1)
    const leansBack = !isWordLike || (/[\p{L}\p{N}]$/u.test(last ?? '') && isEnding(segment, last))
    if (opening.test(segment)) pending += segment
    else if (leansBack && last !== undefined && pending === '') parts[parts.length - 1] += segment
    else {
      parts.push(pending + segment)
      pending = ''
    }
  }
  if (pending !== '') parts.push(pending)
  return parts
}
