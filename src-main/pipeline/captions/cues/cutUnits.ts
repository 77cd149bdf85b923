import type { CaptionWord, WordTiming } from '#shared/domain.ts'
import { clinging } from './functionWords.ts'

/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const opening = /^[\p{Ps}\p{Pi}]+$/u

/** A silence of half a second, to the millisecond, always ends a caption. */
export const pause = 0.4995
/** The longest unit that no-break spaces make: a text that has them everywhere was only copied from a page. */
const longestJoined = 32

/**
 * The parts that a caption may be broken between: words, and within scripts that write no spaces their words as a
 * dictionary knows them, each with its share of the time by characters. What no-break spaces join is one part, and so is
 * a word with the signs that some languages write with a space (« oui », vraiment ?).
 *
 * @param text what the words are the words of; without it there are plain spaces between them
 */
export function cutUnits(words: readonly WordTiming[], text = ''): CaptionWord[] {
  const spaces = spacesOf(words, text)
  return words.reduce<CaptionWord[]>((units, timing, at) => {
    const parts = cutWord(timing, at)
    const last = units.at(-1)
    const [first, ...rest] = parts
    if (last && first && spaces[at] !== undefined && first.start - last.end < pause) {
      const { emphasis = last.emphasis, end } = first
      units[units.length - 1] = {
        ...last,
        text: last.text + spaces[at] + first.text,
        end,
        ...(emphasis && { emphasis }),
      }
      units.push(...rest)
    } else units.push(...parts)
    return units
  }, [])
}

function cutWord(timing: WordTiming, word: number): CaptionWord[] {
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
}

/** The space before each word that belongs to the word before; undefined where a caption may be broken. */
function spacesOf(words: readonly WordTiming[], text: string): (string | undefined)[] {
  const found = text.trim().match(/\s+/gu) ?? []
  const spaces = found.length === words.length - 1 ? found : words.slice(1).map(() => ' ')
  const joined: (string | undefined)[] = [undefined]
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && noBreak.test(spaces[to - 1]!)) to++
    const length = words.slice(from, to).reduce((sum, word) => sum + 1 + word.text.length, -1)
    for (let at = from + 1; at <= to && at < words.length; at++) {
      const space = spaces[at - 1]!
      const holds = at < to && length <= longestJoined
      joined.push(holds || (!space.includes('\n\n') && belongs(words, at)) ? space : undefined)
    }
    from = to
  }
  return joined
}

/** Whether a word is a sign that is written with a space, before or behind the word that it belongs to. */
function belongs(words: readonly WordTiming[], at: number): boolean {
  const [before, word] = [words[at - 1]!.text, words[at]!.text]
  if (closes.test(word)) return !opens.test(before)
  if (opens.test(before)) return true
  const first = at === 1 || sentenceEnd.test(words[at - 2]!.text)
  if (dash.test(before)) return first
  if (dash.test(word)) return !sentenceEnd.test(before)
  if (/(?:^|\P{N})\p{N}{1,3}$/u.test(before) && thousands.test(word)) return true
  return /\p{N}$/u.test(before) && /^[%‰\p{Sc}]\p{P}*$/u.test(word)
}

/** The rest of a number whose thousands are written apart: 234,50 of 1 234,50. */
const thousands = /^\p{N}{3}(?:[.,]\p{N}+)?(?!\p{N})[^\p{L}\p{N}]*$/u
const noBreak = /^[\u00a0\u202f\u2007]+$/u
const opens = /^[\p{Ps}\p{Pi}¿¡]+$/u
const closes = /^[\p{Pe}\p{Pf}?!:;.,…]+$/u
const dash = /^\p{Pd}+$/u
const sentenceEnd = /[.!?…][\p{Pe}\p{Pf}"']*$/u

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
