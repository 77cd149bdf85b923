import type { CaptionWord } from '#shared/domain.ts'
import { findLanguage } from '#shared/reading/findLanguage.ts'
import { endsSentence } from './breakCost.ts'

/** What words may take up, and what is known of where they may be broken. */
export interface BreakRules {
  /** Of a text alone, in pixels. */
  readonly width: (text: string) => number
  readonly maxWidth: number
  /** Lines of a caption. */
  readonly maxLines: 1 | 2
  /** The parts between which a word may be broken with a hyphen, in a language of ISO 639-1. */
  readonly hyphenate: (word: string, language: string) => readonly string[]
}

/** A word is made smaller to this share of its size before it is broken. */
const whole = 0.72
/** And what it is broken into to this one before it is broken further; a little above what a line may be shown at. */
const smallest = 0.61
/** Words that are longer than this are broken anywhere: nobody has one in a dictionary. */
const longest = 200
/** So many words on both sides are near. */
const nearby = 20

/** A letter of a word that is too long, and what a break behind it costs and shows. */
interface Letter {
  readonly text: string
  readonly cost: number
  readonly mark: '' | '-'
}

type Hyphenate = (word: string) => readonly string[]

const costs = { good: 0, syllable: 0.2, letter: 2, bad: 6 } as const
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const address = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)|^\S+@\S+\.\S|^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+[/?#]/iu
/** Alphabets that break a word with a hyphen. */
const hyphenated = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u

/**
 * Breaks the words that a line can't hold, each into pieces that can: addresses at their separators, other words at their
 * own hyphens and soft hyphens, then at their syllables, else between letters. Every piece but the last `goesOn`, and
 * stands at the end of its line. Pieces share their word's time by their letters.
 */
export function breakWords(units: readonly CaptionWord[], rules: BreakRules): CaptionWord[] {
  return units.flatMap((unit, at) => {
    if (rules.width(unit.text) * whole <= rules.maxWidth) return [unit]
    return breakWord(unit, findLanguage(sentenceOf(units, at)), rules)
  })
}

/** The sentence around a unit, or what of it is near: it tells the unit's language. */
function sentenceOf(units: readonly CaptionWord[], at: number): string {
  let [from, to] = [at, at + 1]
  while (from > 0 && at - from < nearby && !endsSentence(units[from - 1]!, units[from])) from--
  while (to < units.length && to - at < nearby && !endsSentence(units[to - 1]!, units[to])) to++
  return units
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
}

function breakWord(unit: CaptionWord, language: string, rules: BreakRules): CaptionWord[] {
  const letters = lettersOf(unit.text, (word) => rules.hyphenate(word, language))
  const cuts = cutWord(letters, rules)
  const seconds = (unit.end - unit.start) / letters.length
  return cuts.map((to, index) => {
    const from = cuts[index - 1] ?? 0
    const goesOn = index < cuts.length - 1
    const text = letters
      .slice(from, to)
      .map((letter) => letter.text)
      .join('')
      .trim()
    return {
      ...unit,
      text: goesOn ? text + letters[to - 1]!.mark : text,
      start: Math.min(unit.end, unit.start + from * seconds),
      end: goesOn ? Math.min(unit.end, unit.start + to * seconds) : unit.end,
      ...(goesOn && { goesOn }),
    }
  })
}

/** Where pieces end: at one place where two lines are enough, else at as many as it takes. */
function cutWord(letters: readonly Letter[], { width, maxWidth, maxLines }: BreakRules): number[] {
  // The width of every letter and the place before it, each alone: a little more than they have together.
  const places = [0]
  for (const { text } of letters) places.push(places.at(-1)! + width(text))
  const hyphen = width('-')
  const share = (from: number, to: number) =>
    (places[to]! - places[from]! + (to < letters.length && letters[to - 1]!.mark !== '' ? hyphen : 0)) / maxWidth
  if (maxLines === 2) {
    let best = { cost: Infinity, at: 0 }
    for (let at = 1; at < letters.length; at++) {
      const [first, second] = [share(0, at), share(at, letters.length)]
      if (Math.max(first, second) > 1 / smallest) continue
      const cost = letters[at - 1]!.cost + Math.abs(first - second) + pieceCost(first) + pieceCost(second)
      if (cost < best.cost) best = { cost, at }
    }
    if (best.at > 0) return [best.at, letters.length]
  }
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= letters.length; to++) {
    let cheapest = { cost: Infinity, from: to - 1 }
    for (let from = to - 1; from >= 0; from--) {
      const one = share(from, to)
      if (one > 1 / smallest && from < to - 1) break
      const cost = best[from]!.cost + pieceCost(one, steep) + (to < letters.length ? letters[to - 1]!.cost : 0)
      if (cost < cheapest.cost) cheapest = { cost, from }
    }
    best.push(cheapest)
  }
  const cuts: number[] = []
  for (let to = letters.length; to > 0; to = best[to]!.from) cuts.push(to)
  return cuts.reverse()
}

/** Few pieces, of about a line each. */
const pieceCost = (share: number, tooWide = 4) =>
  1 + tooWide * Math.max(0, share - 1) ** 2 + 0.6 * Math.max(0, 1 - share) ** 2
/** Where two lines are not enough there may as well be more captions in which letters are large, and of one size. */
const steep = 12

/** A unit's letters; a unit may hold words that no-break spaces join. */
function lettersOf(text: string, hyphenate: Hyphenate): Letter[] {
  return text.split(/(?<=\s)/u).flatMap((word, index, words) => {
    const isAddress = address.test(word)
    const parts = isAddress ? partsOfAddress(word) : partsOfWord(word, hyphenate)
    return parts.flatMap((part) => {
      const all = Array.from(graphemes.segment(part.text), ({ segment }) => segment)
      return all.map((letter, at): Letter => {
        if (/\s$/u.test(letter)) return { text: letter, cost: costOfSpace(word, words[index + 1] ?? ''), mark: '' }
        if (at === all.length - 1) return { ...part, text: letter }
        const [before, after] = [all.slice(0, at + 1).slice(-2), all.slice(at + 1, at + 3)]
        return { text: letter, ...betweenLetters(before, after, isAddress) }
      })
    })
  })
}

/** A break at a no-break space: not within a number, nor between a word and its signs, where there is another place. */
function costOfSpace(word: string, next: string): number {
  if (/\p{N}\s$/u.test(word) && /^\p{N}/u.test(next)) return costs.letter
  return /^[\p{Ps}\p{Pi}]+\s$/u.test(word) || /^[^\p{L}\p{N}]+\s*$/u.test(next) ? costs.bad : costs.good
}

/** A break within a syllable: never before what closes nor behind what opens, and with two letters on both sides. */
function betweenLetters(before: readonly string[], after: readonly string[], isAddress: boolean): Omit<Letter, 'text'> {
  const isLetter = (text: string | undefined) => text !== undefined && /^[\p{L}\p{N}]/u.test(text)
  const cost = [...before, ...after].every(isLetter) && before.length + after.length === 4 ? costs.letter : costs.bad
  const [last = '', next = ''] = [before.at(-1), after[0]]
  const mark = !isAddress && hyphenated.test(last) && hyphenated.test(next) ? '-' : ''
  return { cost, mark }
}

const partsOfAddress = (word: string): Letter[] =>
  word.split(/(?<=[/.?&_=#@~:-])(?=[\p{L}\p{N}%])/u).map((text) => ({ text, cost: costs.good, mark: '' }))

function partsOfWord(word: string, hyphenate: Hyphenate): Letter[] {
  return word.split(/(?<=[\p{L}\p{N}][-‐–—/_])(?=[\p{L}\p{N}])/u).flatMap((half) => {
    const soft = half.split('\u00ad').filter(Boolean)
    const parts = soft.length > 1 || half.length > longest ? soft : syllablesOf(soft[0] ?? half, hyphenate)
    const cost = soft.length > 1 ? costs.good : costs.syllable
    return parts.map(
      (text, at): Letter =>
        at === parts.length - 1 ? { text, cost: costs.good, mark: '' } : { text, cost, mark: '-' },
    )
  })
}

/** Punctuation stays with the syllable that it touches. */
function syllablesOf(word: string, hyphenate: Hyphenate): readonly string[] {
  const [, before = '', letters = '', after = ''] = /^([^\p{L}]*)([\p{L}\p{M}'’]*)(.*)$/su.exec(word) ?? []
  const parts = letters === '' ? [''] : [...hyphenate(letters)]
  parts[0] = before + parts[0]
  parts[parts.length - 1] += after
  return parts.filter(Boolean)
}
