import type { SpokenWord } from '#shared/reading/reading.ts'
import type { Lexicon } from './lexicon.ts'

/** What follows a spoken word. */
interface Surroundings {
  /** Whether a vowel follows it without a rest; undefined where a rest or nothing follows. */
  readonly vowelFollows: boolean | undefined
  /** The word after it. */
  readonly next: string | undefined
}

/** Little words whose sounds depend on what follows, as misaki says them. */
export function littleWord({ text, class: kind }: SpokenWord, around: Surroundings): string | undefined {
  if (kind !== 'plain') return undefined
  const { vowelFollows, next } = around
  const runsOn = vowelFollows !== undefined
  switch (text) {
    case 'a':
      return 'ɐ'
    case 'an':
      return 'ɐn'
    case 'am':
      return runsOn ? 'ɐm' : undefined
    case 'i':
      return 'ˌI'
    case 'in':
      return runsOn ? 'ɪn' : 'ˈɪn'
    case 'the':
      return vowelFollows ? 'ði' : 'ðə'
    case 'to':
      return runsOn ? (vowelFollows ? 'tʊ' : 'tə') : undefined
    case 'used':
      return next === 'to' ? 'jˈust' : undefined
    default:
      return undefined
  }
}

/** The name of a letter (`b`, `b's`); undefined for other words. */
export function letterName({ text, class: kind }: SpokenWord, lexicon: Lexicon): string | undefined {
  if (kind === 'plain' || !/^[a-z](?:'s)?$/.test(text)) return undefined
  const name = lexicon.find(text.charAt(0).toUpperCase())
  return name && (text.length > 1 ? `${name}z` : name)
}

/** Letters that are said as one: the last one is stressed most (`ˌɛfbˌiˈI`). */
export function joinLetters(names: readonly string[]): string {
  const weak = names.map((name) => name.replaceAll('ˈ', 'ˌ')).join('')
  const last = weak.lastIndexOf('ˌ')
  return last < 0 ? weak : `${weak.slice(0, last)}ˈ${weak.slice(last + 1)}`
}

const vowel = /[AIOQWYaiuæɐɑɒɔəɛɜɪʊʌᵻ]/u
const sound = /[A-Za-zæɐɑɒɔðŋɡəɛɜɪɹɾʃʊʌʒʤʧθᵊᵻʔ]/u

/** Whether signs begin with a vowel; undefined where they hold no sound. */
export function beginsWithVowel(signs: string): boolean | undefined {
  const first = Array.from(signs).find((sign) => sound.test(sign))
  return first === undefined ? undefined : vowel.test(first)
}
