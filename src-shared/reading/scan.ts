import { attribute, type Part, type Place } from './attribute.ts'
import type { Near, Phrase, Rule } from './grammar/language.ts'
import { plainText } from './plainText.ts'
import type { ReadingClass, SpokenWord, Stop } from './reading.ts'
import { shoutedPlaces } from './shoutedPlaces.ts'

/** A reading in the making: rules are tried at one place after the other. */
export interface Scan {
  /** The written words in plain characters, with a space between. */
  readonly text: string
  /** The place in it that is read next. */
  at: number
  /** The spoken words of each written word so far. */
  readonly spoken: readonly (readonly SpokenWord[])[]
  /** Reads what stands at the place by a rule, where it fits. */
  readonly take: (rule: Rule) => boolean
  /** Passes over one character that nothing reads. */
  readonly skip: () => void
}

/** Characters that a rule may look back and ahead. */
const sight = 80
const letterOrDigit = /[\p{L}\p{Nd}]/u
/** What should be heard among other written words: signs that have names, too. */
const audible = /[\p{L}\p{Nd}$€£¥₹₽₩%=+<>×÷≤≥≠≈±√∞]/u
const stopMark = /[.,;:!?…—–]/u
/** A dash rests like a comma, dots like a full stop. */
const stopOf = (mark: string): Stop => (mark === '…' ? '.' : /[—–]/.test(mark) ? ',' : (mark as Stop))

export function openScan(written: readonly string[]): Scan {
  const plain = written.map(plainText)
  const text = plain.join(' ')
  const places = placesOf(plain)
  const spoken: SpokenWord[][] = plain.map(() => [])
  const shouts = shoutedPlaces(text)
  let last: ReadingClass | undefined
  let current = 0

  const wordAt = (at: number): number => {
    if (at < places[current]!.start) current = 0
    while (current + 1 < places.length && at >= places[current + 1]!.start) current++
    return current
  }

  /** Puts a stop behind what was said last of a written word. */
  const stop = (index: number, mark: Stop): void => {
    const words = spoken[index]!
    const said = words.at(-1)
    if (said) words.splice(-1, 1, { ...said, stop: mark })
  }

  const scan: Scan = {
    text,
    at: 0,
    spoken,
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
      const phrase = rule.read(groupsOf(match), near)
      if (phrase === undefined) return false
      const first = wordAt(scan.at)
      const covered = places.slice(first, wordAt(end - 1) + 1)
      const pieces = covered.map((place) => text.slice(Math.max(scan.at, place.start), Math.min(end, place.end)))
      const shares = share(partsOf(phrase, match), rule, covered, pieces)
      if (!shares) return false
      shares.forEach((words, i) => {
        spoken[first + i]!.push(...words)
      })
      if (match[0].endsWith('.') && endsSentence(rule.class, text.slice(end, end + sight))) stop(wordAt(end - 1), '.')
      last = rule.class
      scan.at = end
      return true
    },
    skip() {
      const character = String.fromCodePoint(text.codePointAt(scan.at)!)
      if (character === ' ') last = undefined
      if (stopMark.test(character)) stop(wordAt(scan.at), stopOf(character))
      scan.at += character.length
    },
  }
  return scan
}

/** Whether the full stop of an abbreviation ends the sentence, too: at the text's end, or of a time before a capital. */
const endsSentence = (kind: ReadingClass, after: string): boolean =>
  /^["')\]]*$/.test(after) || (kind === 'time' && /^["')\]]* ["'(]?\p{Lu}/u.test(after))

function placesOf(words: readonly string[]): Place[] {
  let start = 0
  return words.map((word) => {
    const place = { start, end: start + word.length }
    start = place.end + 1
    return place
  })
}

const groupsOf = (match: RegExpExecArray): Record<string, string> =>
  Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, part]) => [name, part ?? '']))

function partsOf(phrase: Phrase, match: RegExpExecArray): Part[] {
  if (typeof phrase === 'string') return [{ say: phrase, start: match.index, end: match.index + match[0].length }]
  return phrase.map(([say, of, at]) => {
    const [start, end] = match.indices?.groups?.[of] ?? [match.index, match.index + 1]
    if (at !== undefined) return { say, start: start + at, end: start + at + 1 }
    return { say, start, end }
  })
}

/** The spoken words of each covered written word; undefined where one that must be heard would not. */
function share(
  parts: readonly Part[],
  { class: kind, silent = false }: Rule,
  covered: readonly Place[],
  pieces: readonly string[],
): readonly (readonly SpokenWord[])[] | undefined {
  const heard = pieces.length > 1 ? audible : letterOrDigit
  const needs = pieces.map((piece) => !silent && heard.test(piece))
  // The zeros of `1 000 000` have no words where the number has fewer.
  const least = needs.map(
    (needed, i) => needed && !(i > 0 && /^\d{3}(?!\d)/.test(pieces[i]!) && /\d$/.test(pieces[i - 1]!)),
  )
  return attribute(parts, kind, covered, needs) ?? attribute(parts, kind, covered, least)
}
