import type { Reading, SpokenWord } from '#shared/reading/reading.ts'
import type { SoundNames } from './soundNames.ts'
import { transliterate } from './transliterate.ts'

/** The letter, which Flite reads as the article. */
const letterA = 'ey1'

/**
 * How each written word of a reading is given to Flite: lower-case words in printable ASCII with the stop behind them,
 * so that none of Flite's own readings of capitals, figures and abbreviations is ever asked; '' for no sound.
 * @param respelled phones of words that Flite would spell out
 */
export const fliteForms = ({ words }: Reading, names: SoundNames, respelled: ReadonlyMap<string, string>): string[] =>
  words.map(({ spoken }) => fliteText(spoken, names, respelled))

/** Spoken words as one form (see `fliteForms`). */
export function fliteText(
  spoken: readonly SpokenWord[],
  names: SoundNames,
  respelled: ReadonlyMap<string, string>,
): string {
  const forms = spoken.map((word) => {
    const form = plainWords(word)
      .map(({ text, letter }) => {
        const phones = letter ? letterSounds(text) : respelled.get(text)
        return phones ? names.nameOf(phones) : text
      })
      .join(' ')
    return form && form + word.stop
  })
  return forms.filter(Boolean).join(' ')
}

function plainWords({ text, class: kind }: SpokenWord): { text: string; letter: boolean }[] {
  const letter = kind !== 'plain' && /^\p{L}(?:'s)?$/u.test(text)
  // `Ça va` begins with an s, `jalapeño` ends with nyo.
  return transliterate(text.replaceAll('ç', 's').replaceAll('ñ', 'ny'))
    .toLowerCase()
    .split(/[^a-z']+/)
    .map((part) => part.replace(/^'+|'+$/g, ''))
    .filter(Boolean)
    .map((part) => ({ text: part, letter }))
}

const letterSounds = (text: string): string | undefined =>
  text === 'a' ? letterA : text === "a's" ? `${letterA} z` : undefined
