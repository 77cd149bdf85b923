import { phonesOfIpa } from '#shared/speech/ipa.ts'

/** Words as they are read, and the phones of those among them that stand for sounds. */
export interface WordsWithPhones {
  readonly words: readonly string[]
  readonly phones: ReadonlyMap<string, string>
}

const transcription = /⟦([^⟧]*)⟧/gu

/**
 * Puts a made-up word in the place of each IPA transcription (`⟦wɪn⟧`, as `planSpeech` gives them to voices that take
 * phones), which the reading lets pass as it is.
 */
export function takePhones(words: readonly string[]): WordsWithPhones {
  const phones = new Map<string, string>()
  const read = words.map((word) =>
    word.replace(transcription, (_, ipa: string) => {
      const sounds = phonesOfIpa(ipa)
      if (sounds === '') return ''
      const name = `phon${letters(phones.size)}`
      phones.set(name, sounds)
      phones.set(`${name}'s`, `${sounds} ${possessive(sounds)}`)
      return name
    }),
  )
  return { words: read, phones }
}

/** `aa`, `ba`, …: lower-case letters that stand for a number. */
const letters = (index: number): string =>
  [index, Math.floor(index / 26)].map((digit) => String.fromCharCode(97 + (digit % 26))).join('')

/** How the s of a possessive is said after these phones. */
function possessive(phones: string): string {
  if (/(?:s|z|sh|zh|ch|jh)$/.test(phones)) return 'ih0 z'
  return /(?:p|t|k|f|th)$/.test(phones) ? 's' : 'z'
}
