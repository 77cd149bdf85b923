import { fliteForms, fliteText } from '#engines/flite/fliteForms.ts'
import { plainPhones } from '#engines/flite/plainPhones.ts'
import { createSoundNames, type SoundNames } from '#engines/flite/soundNames.ts'
import { type SpokenText, spokenText } from '#engines/flite/spokenText.ts'
import { transliterate } from '#engines/flite/transliterate.ts'
import { readingLanguages } from '#shared/reading/languages.ts'
import type { ReadWord, SpokenWord } from '#shared/reading/reading.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { germanLetters, germanPhones } from './germanPhones.ts'
import { otherReadings } from './otherReadings.ts'
import { spanishLetters, spanishPhones } from './spanishPhones.ts'

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

/** How words of a language sound in the English voice, and what its letters are called. */
interface Sounds {
  readonly pronounce: (word: string) => string
  readonly letters?: ReadonlyMap<string, string>
}

const languages = new Map<string, Sounds>([
  ['de', { pronounce: germanPhones, letters: germanLetters }],
  ['es', { pronounce: spanishPhones, letters: spanishLetters }],
])

/** Whether the reference voices have sounds for a language; others they say as they are spelled. */
export const isSpoken = (language: string): boolean => language === 'en' || languages.has(language)

/** Digits, signs and capitals may be read in ways that nobody foresaw. */
const isOpen = (word: string): boolean => /[\d$£€¥%#@&+=]|\p{Lu}{2}|\p{L}\.\p{L}/u.test(word)

/**
 * @param language as in ISO 639-1; a word of a language without rules is said as it is spelled
 * @param respelled phones of English words that Flite would spell out (see `speakReading`)
 */
export function makeScript(
  words: readonly string[],
  language: string,
  respelled: ReadonlyMap<string, string> = new Map(),
): Script {
  const names = createSoundNames()
  if (language === 'en') return englishScript(words, names, respelled)
  return foreignScript(words, language, names)
}

const textOf = ({ spoken }: ReadWord): string => spoken.map(({ text }) => text).join(' ')

function englishScript(words: readonly string[], names: SoundNames, respelled: ReadonlyMap<string, string>): Script {
  const reading = readWords(words, 'en')
  const forms = fliteForms(reading, names, respelled)
  const others = words.map((word, i) => {
    const first = textOf(reading.words[i]!)
    const ways = distinct(otherReadings(word, words[i + 1] ?? '', 'en')).filter((way) => way !== first)
    // A form that says more than is written (`million dollars`) may be said as written, too.
    const longer = ways.length === 0 && / /.test(first)
    const said = longer
      ? [
          transliterate(word)
            .toLowerCase()
            .replace(/[^a-z' ]/g, ' ')
            .trim(),
        ]
      : ways
    return said.filter(Boolean).map((way) => fliteText(spokenWords(way), names, respelled))
  })
  return layOut(words, forms, others, names.entries())
}

/** The words of another way to say something; letters in a row are spelled. */
const spokenWords = (way: string): SpokenWord[] =>
  (way.match(/(?:(?<!\S)[a-z](?!\S) ?){2,}|\S+/g) ?? []).flatMap((part) => {
    const words = part.trim().split(' ')
    return words.map((text) => ({ text, class: words.length > 1 ? 'initials' : 'plain', stop: '' }) as const)
  })

function foreignScript(words: readonly string[], language: string, names: SoundNames): Script {
  const { pronounce, letters } = languages.get(language) ?? { pronounce: plainPhones }
  const named = (phones: string): string => (phones ? names.nameOf(phones) : '')
  /** A reading of one or more words, in made-up ones. */
  const spell = (texts: readonly string[]): string =>
    texts
      .flatMap((text) => text.split(/[\s-]+/))
      .map((text) => named(pronounce(text)))
      .filter(Boolean)
      .join(' ')
  const sounds = (word: SpokenWord): string => {
    const letter = word.class !== 'plain' && letters?.get(word.text)
    return spell([letter || word.text])
  }
  const read = readingLanguages.includes(language) ? readWords(words, language).words : undefined
  const forms = words.map((word, i) => {
    const ending = /[.,;:!?](?=["'”’»)\]]*$)/u.exec(word)?.[0] ?? ''
    const form = read ? read[i]!.spoken.map(sounds).filter(Boolean).join(' ') : spell([word])
    return form && form + ending
  })
  const others = words.map((word, i) =>
    distinct(otherReadings(word, words[i + 1] ?? '', language))
      .filter((way) => !read || way !== textOf(read[i]!))
      .map((way) => spokenWords(way).map(sounds).filter(Boolean).join(' '))
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

/** Words apart; letters that are spelled stay together, since they are said as one. */
const partsOf = (reading: string): string[] =>
  reading.match(/(?:\b[a-z]\b ?){2,}|\S+/g)?.map((part) => part.trim()) ?? []

const distinct = (readings: readonly string[]): string[] =>
  [...new Set(readings.map((reading) => reading.replace(/\s+/g, ' ').trim()))].slice(0, mostReadings)
