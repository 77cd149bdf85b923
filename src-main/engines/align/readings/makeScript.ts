import { plainPhones } from '#engines/flite/plainPhones.ts'
import { createSoundNames } from '#engines/flite/soundNames.ts'
import { englishForms } from '#engines/flite/spokenForm.ts'
import { type SpokenText, spokenText } from '#engines/flite/spokenText.ts'
import { transliterate } from '#engines/flite/transliterate.ts'
import { englishReadings } from './englishReadings.ts'
import { germanPhones } from './germanPhones.ts'
import { germanReadings } from './germanReadings.ts'
import { spanishPhones } from './spanishPhones.ts'
import { spanishReadings } from './spanishReadings.ts'

/** A text as the reference voice speaks it: its words in their likeliest readings, then what other readings are made of. */
export interface Script {
  readonly spoken: SpokenText
  /** Pronunciations of words that are spelled in no language. */
  readonly lexicon: ReadonlyMap<string, string>
  /** For each written word: the entries of `spoken` that each of its readings takes, and whether it may be read otherwise. */
  readonly words: readonly { readonly readings: readonly (readonly number[])[]; readonly open: boolean }[]
}

/** More readings than this of one word cost more time than they find. */
const mostReadings = 12

interface Language {
  /** Ways to read a word, in the language's own words; none for a word that is read as it is written. */
  readonly read: (word: string, next: string) => string[]
  readonly pronounce: (word: string) => string
}

const languages = new Map<string, Language>([
  ['de', { read: germanReadings, pronounce: germanPhones }],
  ['es', { read: spanishReadings, pronounce: spanishPhones }],
])

/** Digits, signs and capitals may be read in ways that nobody foresaw. */
const isOpen = (word: string): boolean => /[\d$£€¥%#@&+=]|\p{Lu}{2}|\p{L}\.\p{L}/u.test(word)

/** @param language as in ISO 639-1; whatever has no rules of its own is read as English */
export function makeScript(words: readonly string[], language: string): Script {
  if (language === 'en') return englishScript(words)
  return foreignScript(words, languages.get(language) ?? { read: () => [], pronounce: plainPhones })
}

function englishScript(words: readonly string[]): Script {
  const forms = englishForms(words)
  const others = words.map((word, i) => {
    const readings = englishReadings(word, words[i + 1] ?? '')
    // A form that says more than is written (`million dollars`) may be said as written, too.
    const longer = readings.length === 0 && /[a-z] [a-z]/i.test(forms[i]!)
    return distinct(longer ? [transliterate(word).replace(/[^A-Za-z' ]/g, ' ')] : readings)
  })
  return layOut(words, forms, others, new Map())
}

function foreignScript(words: readonly string[], { read, pronounce }: Language): Script {
  const names = createSoundNames()
  /** A reading of one or more words, in made-up ones. */
  const spell = (reading: string): string =>
    reading
      .split(/[\s-]+/)
      .map((word) => pronounce(word))
      .filter(Boolean)
      .map((phones) => names.nameOf(phones))
      .join(' ')
  const readings = words.map((word, i) => distinct(read(word, words[i + 1] ?? '')))
  const forms = words.map((word, i) => {
    const ending = /[.,;:!?](?=["'”’»)\]]*$)/u.exec(word)?.[0] ?? ''
    const form = spell(readings[i]![0] ?? word)
    return form && form + ending
  })
  const others = readings.map((list) =>
    list
      .slice(1)
      .map((reading) => spell(reading))
      .filter(Boolean),
  )
  return layOut(words, forms, others, names.entries())
}

/**
 * Puts the words that the other readings are made of behind the text, each once: `nineteen`, however many readings of
 * however many numbers it is part of.
 */
function layOut(
  words: readonly string[],
  forms: readonly string[],
  others: readonly (readonly string[])[],
  lexicon: ReadonlyMap<string, string>,
): Script {
  const entries = new Map<string, number>()
  const entryOf = (part: string): number => {
    const entry = entries.get(part) ?? words.length + entries.size
    entries.set(part, entry)
    return entry
  }
  const laidOut = words.map((word, i) => {
    const readings = [...(forms[i] ? [[i]] : []), ...others[i]!.map((reading) => partsOf(reading).map(entryOf))]
    const unreadable = readings.length === 0 && /[\p{L}\d]/u.test(word)
    return { readings, open: unreadable || others[i]!.length > 0 || isOpen(word) }
  })
  const spoken = spokenText([...words, ...entries.keys()], [...forms, ...entries.keys()])
  return { spoken, lexicon, words: laidOut }
}

/** Words apart; letters that are spelled stay together, since on its own an `a` is an article. */
const partsOf = (reading: string): string[] =>
  reading.match(/(?:\b[a-z]\b ?){2,}|\S+/g)?.map((part) => part.trim()) ?? []

const distinct = (readings: readonly string[]): string[] =>
  [...new Set(readings.map((reading) => reading.replace(/\s+/g, ' ').trim()))].slice(0, mostReadings)
