import type { WordTiming } from '#shared/domain.ts'
import type { Phone, Token } from './readUtterance.ts'

/** One written word and the characters of the fed text that it owns; none when it has no sound of its own. */
interface WrittenWord {
  readonly text: string
  readonly fed: readonly [from: number, to: number] | null
}

/** A text as it is written, and as it is fed to Flite. */
export interface SpokenText {
  readonly fed: string
  readonly words: readonly WrittenWord[]
}

const ending = /[.,;:!?]$/

/**
 * Joins the words' spoken forms into the text for Flite and remembers which characters belong to whom.
 * @param forms one printable ASCII form per written word, '' for silence (see `englishForms`)
 */
export function spokenText(words: readonly string[], forms: readonly string[]): SpokenText {
  let fed = ''
  const written: { text: string; fed: [number, number] | null }[] = []
  let last: [number, number] | undefined
  words.forEach((text, i) => {
    const form = forms[i] ?? ''
    if (!/[A-Za-z0-9]/.test(form)) {
      // A dash on its own is a pause, which Flite makes of a comma.
      if (last && /[-–—]/.test(text) && !ending.test(fed)) {
        fed += ','
        last[1]++
      }
      written.push({ text, fed: null })
      return
    }
    if (fed) fed += ' '
    last = [fed.length, fed.length + form.length]
    fed += form
    written.push({ text, fed: last })
  })
  return { fed, words: written }
}

/**
 * The sounds of every written word: one list of phones per spoken word (`2019` has two), silences left out.
 * Words are found by position, never by comparing spellings: Flite says for every token where it stopped reading.
 */
export function phonesByWord(spoken: SpokenText, tokens: readonly Token[]): Phone[][][] {
  const sounds: Phone[][][] = spoken.words.map(() => [])
  const owners = spoken.words.flatMap((word, index) => (word.fed ? [{ index, from: word.fed[0] }] : []))
  let owner = 0
  for (const token of tokens) {
    // The owner of a token is the last word that begins before the place where Flite stopped.
    while (owner + 1 < owners.length && owners[owner + 1]!.from < token.end) owner++
    const index = owners[owner]?.index
    if (index === undefined) continue
    for (const word of token.words) {
      const phones = word.phones.filter((phone) => phone.name !== 'pau')
      if (phones.length > 0) sounds[index]!.push(phones)
    }
  }
  return sounds
}

/**
 * When each written word is heard, in seconds. A word without sound takes no time, right after the word before it.
 * @param scale seconds that one second of Flite's speech lasts when it is played
 */
export function wordTimings(spoken: SpokenText, tokens: readonly Token[], scale: number): WordTiming[] {
  let now = 0
  return phonesByWord(spoken, tokens).map((parts, i) => {
    const { text } = spoken.words[i]!
    const first = parts[0]?.[0]
    const last = parts.at(-1)?.at(-1)
    if (!first || !last) return { text, start: now, end: now }
    now = last.end * scale
    return { text, start: first.start * scale, end: now }
  })
}
