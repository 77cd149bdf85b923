import { attribute, type Part, type Place } from './attribute.ts'
import type { Language, Near, Rule } from './grammar/language.ts'
import { rulesOf } from './grammar/rules.ts'
import { languageOf } from './languages.ts'
import { plainText } from './plainText.ts'
import type { Reading, ReadingClass, ReadWord, SpokenWord, Stop } from './reading.ts'

/** Characters that a rule may look back and ahead. */
const sight = 80

const compiled = new Map<string, readonly Rule[]>()

function rulesFor(language: Language): readonly Rule[] {
  const rules = compiled.get(language.code) ?? rulesOf(language)
  compiled.set(language.code, rules)
  return rules
}

/**
 * Reads written words: what each of them is said as, in plain lower-case words. Numbers, signs, abbreviations and
 * capitals are read as the language does; any input gives an answer, and every written word with a letter or a figure
 * gets a spoken one.
 * @param written what stands between white space, in order
 * @param language ISO 639-1 or BCP 47; whatever has no rules of its own is read with English ones
 */
export function readWords(written: readonly string[], language: string): Reading {
  const known = languageOf(language)
  const scan = openScan(written)
  const rules = rulesFor(known)
  while (scan.at < scan.text.length) if (!rules.some((rule) => scan.take(rule))) scan.skip()
  return { language: known.code, words: written.map((word, i) => scan.wordOf(word, i)) }
}

interface Scan {
  readonly text: string
  at: number
  /** Reads what stands at the place by a rule, where it fits. */
  readonly take: (rule: Rule) => boolean
  /** Passes over one character that nothing reads. */
  readonly skip: () => void
  readonly wordOf: (written: string, index: number) => ReadWord
}

/** What should be heard: letters, figures, and signs that have names. */
const audible = /[\p{L}\p{Nd}$€£¥₹₽₩%=+<>×÷≤≥≠≈±]/u
const stopMark = /[.,;:!?…—–]/u
/** A dash rests like a comma, dots like a full stop. */
const stopOf = (mark: string): Stop => (mark === '…' ? '.' : /[—–]/.test(mark) ? ',' : (mark as Stop))

function openScan(written: readonly string[]): Scan {
  const plain = written.map(plainText)
  const text = plain.join(' ')
  let start = 0
  const places: Place[] = plain.map((word) => {
    const place = { start, end: start + word.length }
    start = place.end + 1
    return place
  })
  const spoken: SpokenWord[][] = plain.map(() => [])
  const shouts = shoutedPlaces(text)
  let word = 0
  let last: ReadingClass | undefined

  const scan: Scan = {
    text,
    at: 0,
    take(rule) {
      rule.pattern.lastIndex = scan.at
      const match = rule.pattern.exec(text)
      if (!match || match[0].length === 0) return false
      const end = scan.at + match[0].length
      const near: Near = {
        before: text.slice(Math.max(0, scan.at - sight), scan.at),
        after: text.slice(end, end + sight),
        shouting: shouts(scan.at),
        last,
      }
      const groups = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, part]) => [name, part ?? '']))
      const phrase = rule.read(groups, near)
      if (phrase === undefined) return false
      const first = wordAt(scan.at)
      const covered = places.slice(first, wordAt(end - 1) + 1)
      const needs = covered.map((place) =>
        audible.test(text.slice(Math.max(scan.at, place.start), Math.min(end, place.end))),
      )
      if (covered.length === 1) needs[0] = false
      const shares = attribute(partsOf(phrase, match), rule.class, covered, needs)
      if (!shares) return false
      shares.forEach((share, i) => {
        spoken[first + i]!.push(...share)
      })
      last = rule.class
      scan.at = end
      return true
    },
    skip() {
      const character = String.fromCodePoint(text.codePointAt(scan.at)!)
      if (character === ' ') last = undefined
      const said = spoken[wordAt(scan.at)]!.at(-1)
      if (said && stopMark.test(character)) spoken[wordAt(scan.at)]!.splice(-1, 1, { ...said, stop: stopOf(character) })
      scan.at += character.length
    },
    wordOf: (original, index) => ({ written: original, spoken: spoken[index]! }),
  }
  const wordAt = (at: number): number => {
    if (at < places[word]!.start) word = 0
    while (word + 1 < places.length && at >= places[word + 1]!.start) word++
    return word
  }
  return scan
}

const partsOf = (phrase: ReturnType<Rule['read']>, match: RegExpExecArray): Part[] => {
  if (phrase === undefined) return []
  if (typeof phrase === 'string') return [{ say: phrase, start: match.index, end: match.index + match[0].length }]
  return phrase.map(([say, of]) => {
    const [start, end] = match.indices?.groups?.[of] ?? [match.index, match.index + 1]
    return { say, start, end }
  })
}

/** Says of each place whether its sentence is in capitals: two words of them at least, and hardly a word that is not. */
function shoutedPlaces(text: string): (at: number) => boolean {
  const ends = [...text.matchAll(/[.!?…]["')\]]*(?= |$)/gu)].map(({ index }) => index)
  const sentences: { readonly end: number; readonly shouted: boolean }[] = []
  let start = 0
  for (const end of [...ends, text.length]) {
    const words = text.slice(start, end).match(/\p{L}[\p{L}']+/gu) ?? []
    const capitals = words.filter((word) => word === word.toUpperCase()).length
    sentences.push({ end, shouted: capitals >= 2 && capitals >= 0.7 * words.length })
    start = end
  }
  let sentence = 0
  return (at) => {
    if (sentence > 0 && at <= sentences[sentence - 1]!.end) sentence = 0
    while (sentence + 1 < sentences.length && at > sentences[sentence]!.end) sentence++
    return sentences[sentence]?.shouted ?? false
  }
}
