import type { Reading } from '#shared/reading/reading.ts'
import { fliteForms } from './fliteForms.ts'
import { nameSounds } from './nameSounds.ts'
import type { Token, Utterance } from './readUtterance.ts'
import { createSoundNames } from './soundNames.ts'
import { type FliteOptions, speakFlite } from './speakFlite.ts'
import { type SpokenText, spokenText } from './spokenText.ts'

/** A text as it is read, as it was given to Flite, and as Flite said it. */
export interface SpokenReading {
  readonly spoken: SpokenText
  readonly utterance: Utterance
}

/**
 * Has Flite speak a reading. Where it spells a word that is not to be spelled, it is told the word's sounds and asked
 * again. Undefined where Flite can say none of it.
 *
 * @param phones of words whose sounds are known
 */
export function speakReading(
  module: WebAssembly.Module,
  reading: Reading,
  options: FliteOptions,
  phones: ReadonlyMap<string, string> = new Map(),
): SpokenReading | undefined {
  const written = reading.words.map((word) => word.written)
  const speak = (respelled: ReadonlyMap<string, string>): SpokenReading | undefined => {
    const names = createSoundNames()
    const spoken = spokenText(written, fliteForms(reading, names, respelled))
    if (spoken.fed === '') return undefined
    return { spoken, utterance: speakFlite(module, spoken.fed, { ...options, lexicon: names.entries() }) }
  }
  const first = speak(phones)
  const spelled = first ? spelledWords(first.utterance.tokens) : new Map<string, string>()
  return spelled.size === 0 ? first : speak(new Map([...phones, ...spelled]))
}

/** Words in small letters that Flite said letter by letter, with the sounds that they should have. */
export function spelledWords(tokens: readonly Token[]): Map<string, string> {
  const sounds = new Map<string, string>()
  for (const { raw, words } of tokens) {
    const word = raw.replace(/[^a-z]/g, '')
    const letters = words.map(({ text }) => text.replace('_', ''))
    if (word.length < 2 || letters.length !== word.length || letters.join('') !== word) continue
    const phones = nameSounds(word)
    if (phones) sounds.set(word, phones)
  }
  return sounds
}
