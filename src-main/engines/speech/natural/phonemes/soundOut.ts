import type { Phone } from '#engines/flite/readUtterance.ts'
import { speakReading } from '#engines/flite/speakReading.ts'
import { phonesByWord } from '#engines/flite/spokenText.ts'
import type { SpokenWord } from '#shared/reading/reading.ts'
import { type StressedPhone, signsOfPhones } from './signsOfPhones.ts'

/** Signs of spoken words that no dictionary has, by their texts; those that can't be said are missing. */
export type SoundOut = (words: readonly SpokenWord[]) => ReadonlyMap<string, string>

/** kal16 at its quickest: its sound is thrown away, and it makes the same phones as the others. */
const quickest = { voice: 'kal16', stretch: 0.2 } as const

/** How many words are remembered. */
const mostRemembered = 5000

/** Has Flite sound out words by its dictionary and its letter rules, with their stresses. */
export function createSoundOut(module: WebAssembly.Module): SoundOut {
  const known = new Map<string, string>()
  return (words) => {
    const missing = words.filter(({ text }) => !known.has(text)).map((word) => ({ ...word, stop: '' as const }))
    if (known.size > mostRemembered) known.clear()
    const reading = { language: 'en', words: missing.map((word) => ({ written: word.text, spoken: [word] })) }
    const said = missing.length > 0 ? speakReading(module, reading, quickest) : undefined
    const sounds = said ? phonesByWord(said.spoken, said.utterance.tokens) : []
    missing.forEach(({ text }, at) => {
      known.set(text, (sounds[at] ?? []).map((part) => signsOfPhones(withStress(part))).join(' '))
    })
    return new Map(words.flatMap(({ text }) => (known.get(text) ? [[text, known.get(text)!]] : [])))
  }
}

const vowel = /^[aeiou]/

/** Flite doesn't tell main from other stress; the first one is taken for the main one. */
function withStress(phones: readonly Phone[]): StressedPhone[] {
  const first = phones.findIndex(({ name, stressed }) => stressed && vowel.test(name))
  return phones.map(({ name, stressed }, at) => ({
    name,
    stress: !stressed ? 'none' : at === first ? 'main' : 'other',
  }))
}
