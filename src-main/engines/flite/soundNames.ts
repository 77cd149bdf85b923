/** Made-up words that stand for sounds in a text for Flite, which spells out words of its lexicon that look unpronounceable. */
export interface SoundNames {
  /** The made-up word for these phones (`d iy1`), the same one each time. */
  readonly nameOf: (phones: string) => string
  /** All of them with their phones, for Flite's lexicon. */
  readonly entries: () => Map<string, string>
}

export function createSoundNames(): SoundNames {
  const names = new Map<string, string>()
  return {
    nameOf(phones) {
      const name = names.get(phones) ?? madeUpWord(names.size)
      names.set(phones, name)
      return name
    },
    entries: () => new Map([...names].map(([phones, name]) => [name, phones])),
  }
}

const consonants = 'bdfgklmnprstvz'
const vowels = 'aeiou'

/** `baban`, `beban`, …: consonants and vowels by turns. */
function madeUpWord(index: number): string {
  const syllables = consonants.length * vowels.length
  const syllable = (i: number) =>
    consonants[Math.floor(i / vowels.length) % consonants.length]! + vowels[i % vowels.length]!
  return `${syllable(index % syllables)}${syllable(Math.floor(index / syllables) % syllables)}n`
}
