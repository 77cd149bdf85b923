import type { ReadWord, SpokenWord } from '#shared/reading/reading.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { takePhones } from '../../takePhones.ts'
import type { Lexicon } from './lexicon.ts'
import { partsOfSpeech } from './partsOfSpeech.ts'
import { signsOfCmu } from './signsOfPhones.ts'
import { beginsWithVowel, joinLetters, letterName, littleWord } from './signsOfWord.ts'
import type { SoundOut } from './soundOut.ts'

/** A written word in misaki's signs. */
export interface SignedWord {
  /** As it is written. */
  readonly text: string
  /** '' where it makes no sound. */
  readonly signs: string
  /** The punctuation behind it that makes the melody; '' for none. */
  readonly rest: string
}

/** A spoken word, and whose it is. */
interface Place {
  readonly word: SpokenWord
  /** Index of the written word. */
  readonly of: number
  /** As it is written, where it is all that is said for a written word and no sentence begins with it. */
  readonly written?: string
}

/**
 * How a text is said: each of its whitespace-separated words in misaki's signs, from the dictionaries, and sounded out
 * where they lack it. Numbers and abbreviations are read as the product reads them everywhere.
 */
export function phonemize(text: string, lexicon: Lexicon, soundOut: SoundOut): SignedWord[] {
  const written = text.split(/\s+/).filter(Boolean)
  const { words, phones } = takePhones(written)
  const read = readWords(words, 'en').words
  const places = placesOf(read)
  const found = places.map(({ word, written: form }, at) => {
    const cmu = phones.get(word.text)
    if (cmu) return signsOfCmu(cmu)
    // Before a rest some little words are said in full: misaki's dictionaries call that `None`.
    const rests = word.stop !== '' || at === places.length - 1
    const parts = [...(rests ? ['None'] : []), ...partsOfSpeech(sentenceBefore(places, at))]
    return letterName(word, lexicon) ?? (form && lexicon.find(form, parts)) ?? lexicon.find(word.text, parts)
  })
  const lacking = places.flatMap(({ word }, at) => (found[at] === undefined ? [word] : []))
  const sounded = soundOut(lacking)
  const signs = withLittleWords(
    places,
    places.map(({ word }, at) => found[at] ?? sounded.get(word.text) ?? ''),
  )
  return written.map((word, of) => ({
    text: word,
    signs: joined(places.flatMap((place, at) => (place.of === of ? [{ ...place, signs: signs[at]! }] : []))),
    rest: restAfter(read[of]!, read[of + 1]),
  }))
}

function placesOf(read: readonly ReadWord[]): Place[] {
  let begins = true
  return read.flatMap(({ written, spoken }, of) => {
    const [first] = spoken
    const core = written.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replaceAll('’', "'")
    const alone = spoken.length === 1 && core.toLowerCase() === first!.text && core !== first!.text
    // A capital at the beginning of a sentence says nothing, all capitals do.
    const form = alone && (!begins || /^\p{Lu}{2,}$/u.test(core)) ? core : undefined
    if (spoken.length > 0) begins = /[.!?]/.test(spoken.at(-1)!.stop)
    return spoken.map((word) => ({ word, of, ...(form !== undefined && { written: form }) }))
  })
}

/** The spoken words of its sentence that stand before a word; the nearest few, which is all that tells anything. */
function sentenceBefore(places: readonly Place[], at: number): string[] {
  const before = places.slice(Math.max(0, at - 4), at).map(({ word }) => word)
  return before.slice(before.findLastIndex(({ stop }) => stop !== '') + 1).map(({ text }) => text)
}

/** Little words are said by what follows, so that this goes from the last word to the first. */
function withLittleWords(places: readonly Place[], signs: readonly string[]): string[] {
  const said = [...signs]
  let vowelFollows: boolean | undefined
  for (let at = places.length - 1; at >= 0; at--) {
    const { word } = places[at]!
    if (word.stop !== '') vowelFollows = undefined
    said[at] = littleWord(word, { vowelFollows, next: places[at + 1]?.word.text }) ?? said[at]!
    vowelFollows = beginsWithVowel(said[at]!) ?? vowelFollows
  }
  return said
}

/** The signs of the words that are said for one written word; letters are said as one, other words apart. */
function joined(words: readonly (Place & { readonly signs: string })[]): string {
  const groups: { letters: boolean; signs: string[] }[] = []
  for (const { word, signs } of words) {
    if (signs === '') continue
    const letters = word.class === 'initials' && /^[a-z](?:'s)?$/.test(word.text)
    const last = groups.at(-1)
    if (letters && last?.letters) last.signs.push(signs)
    else groups.push({ letters, signs: [signs] })
  }
  return groups.map(({ letters, signs }) => (letters ? joinLetters(signs) : signs.join(' '))).join(' ')
}

/** What the model is told of the punctuation behind a word: an ellipsis and a dash are signs of their own. */
function restAfter({ written, spoken }: ReadWord, next: ReadWord | undefined): string {
  const stop = spoken.at(-1)?.stop ?? ''
  if (/…["'”’»)\]]*$/u.test(written)) return '…'
  const dashFollows = next?.spoken.length === 0 && /^[-–—]+$/.test(next.written)
  return spoken.length > 0 && (dashFollows || /[–—]["'”’»)\]]*$/u.test(written)) ? '—' : stop
}
