import type { WordTiming } from '#shared/domain.ts'

/** One word that a transcription heard, in seconds. */
export interface HeardWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** The words of a text with the times at which a transcription heard them. */
interface Matched {
  readonly words: readonly WordTiming[]
  /** Share of the text's letters and digits in words that were heard, 0 to 1. */
  readonly share: number
}

/** A word whose characters were found up to this share counts as heard. */
const heardShare = 0.5

/** One letter or digit: which word it belongs to, and how much of that word lies before it, 0 to 1. */
interface Letter {
  readonly sign: string
  readonly word: number
  readonly from: number
  readonly to: number
}

function lettersOf(words: readonly string[]): Letter[] {
  return words.flatMap((text, word) => {
    const signs =
      text
        .normalize('NFKD')
        .toLowerCase()
        .match(/[\p{L}\p{N}]/gu) ?? []
    return signs.map((sign, at) => ({ sign, word, from: at / signs.length, to: (at + 1) / signs.length }))
  })
}

/**
 * Carries the times of heard words over to a text's own words. Both are compared letter by letter, so that it does not
 * matter where either has its spaces (Chinese has none), marks or capitals; words that were heard as something else
 * (`2019` as `twenty nineteen`) share the time between their neighbours.
 * @param texts the words of the text
 * @param heard in order of time
 */
export function matchWords(texts: readonly string[], heard: readonly HeardWord[]): Matched {
  const letters = lettersOf(texts)
  const sounds = lettersOf(heard.map(({ word }) => word))
  const found = alignLetters(letters, sounds)

  const counts = texts.map(() => ({ letters: 0, found: 0 }))
  letters.forEach(({ word }, at) => {
    counts[word]!.letters++
    if (found[at]! >= 0) counts[word]!.found++
  })
  const isHeard = counts.map((count) => count.letters > 0 && count.found >= heardShare * count.letters)
  const spans = texts.map((): { start: number; end: number } | undefined => undefined)
  letters.forEach((letter, at) => {
    const sound = sounds[found[at]!]
    if (!sound || !isHeard[letter.word]) return
    const { start, end } = heard[sound.word]!
    const time = (share: number) => start + share * (end - start)
    spans[letter.word] = { start: spans[letter.word]?.start ?? time(sound.from), end: time(sound.to) }
  })
  const heardLetters = counts.reduce((sum, count, word) => sum + (isHeard[word] ? count.letters : 0), 0)
  const whole = { start: heard[0]?.start ?? 0, end: heard.at(-1)?.end ?? 0 }
  return { words: fillGaps(texts, counts, spans, whole), share: heardLetters / Math.max(1, letters.length) }
}

/** Gives the words that were not heard their shares of the time between those that were; in order, none overlapping. */
function fillGaps(
  texts: readonly string[],
  counts: readonly { readonly letters: number }[],
  spans: readonly ({ readonly start: number; readonly end: number } | undefined)[],
  whole: { readonly start: number; readonly end: number },
): WordTiming[] {
  let now = whole.start
  let left = 0
  return texts.map((text, word) => {
    const span = spans[word]
    if (span) {
      const start = Math.max(now, span.start)
      now = Math.max(start, span.end)
      left = 0
      return { text, start, end: now }
    }
    const next = spans.findIndex((other, at) => at > word && other)
    const until = Math.max(now, next < 0 ? whole.end : spans[next]!.start)
    if (left === 0)
      left = counts.slice(word, next < 0 ? undefined : next).reduce((sum, count) => sum + count.letters, 0)
    const { letters } = counts[word]!
    const start = now
    now += left > 0 ? ((until - now) * letters) / left : 0
    left -= letters
    return { text, start, end: now }
  })
}

/** What it costs that a letter was not heard, that one was heard which is not there, or another one in its place. */
const edit = 4
/** What it costs to break a word apart, or to begin it within another one: `in` is no part of `nineteen`. */
const broken = 1

function costOfMeeting(letter: Letter, other: Letter): number {
  if (letter.sign !== other.sign) return edit
  return (letter.from === 0) === (other.from === 0) ? 0 : broken
}

/**
 * The alignment of least edit distance, by dynamic programming (Wagner and Fischer, 1974).
 * @returns for each letter the equal one of `others` that it is aligned with, or -1
 */
function alignLetters(letters: readonly Letter[], others: readonly Letter[]): Int32Array {
  const [both, ours, theirs] = [0, 1, 2]
  const width = others.length + 1
  const moves = new Uint8Array((letters.length + 1) * width).fill(theirs)
  let above = Uint32Array.from({ length: width }, (_, at) => at * edit)
  for (let i = 1; i <= letters.length; i++) {
    const costs = new Uint32Array(width).fill(i * edit)
    moves[i * width] = ours
    const beside = edit + (letters[i]?.from ? broken : 0)
    for (let j = 1; j < width; j++) {
      const met = above[j - 1]! + costOfMeeting(letters[i - 1]!, others[j - 1]!)
      const least = Math.min(met, above[j]! + edit, costs[j - 1]! + beside)
      costs[j] = least
      moves[i * width + j] = least === met ? both : least === above[j]! + edit ? ours : theirs
    }
    above = costs
  }
  const found = new Int32Array(letters.length).fill(-1)
  for (let i = letters.length, j = others.length; i > 0 && j >= 0; ) {
    const move = moves[i * width + j]
    if (move === both && letters[i - 1]!.sign === others[j - 1]!.sign) found[i - 1] = j - 1
    if (move !== theirs) i--
    if (move !== ours) j--
  }
  return found
}
