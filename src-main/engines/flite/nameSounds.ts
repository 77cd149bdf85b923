import { plainPhones } from './plainPhones.ts'

/** Sounds that are no words, and names that are said in no way of their spelling. */
const known = new Map(
  Object.entries({
    hm: 'hh ah1 m',
    hmm: 'hh ah1 m',
    mhm: 'm ah0 hh ah1 m',
    mm: 'm ah1 m',
    mmm: 'm ah1 m',
    sh: 'sh',
    shh: 'sh',
    shhh: 'sh',
    psst: 'p ih1 s t',
    pst: 'p ih1 s t',
    pfft: 'p f ah1 t',
    tsk: 't ih1 s k',
    brr: 'b er1',
    brrr: 'b er1',
    grr: 'g er1',
    grrr: 'g er1',
    zzz: 'z ih1 z',
    nginx: 'eh1 n jh ih0 n eh1 k s',
    mnemonic: 'n ih0 m aa1 n ih0 k',
    mnemonics: 'n ih0 m aa1 n ih0 k s',
  }),
)

/** Beginnings as English mouths say them, the longest first; what follows is read letter by letter. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^tch/, 'tsch'],
  [/^krz/, 'ksh'],
  [/^prz/, 'psh'],
  [/^brz/, 'bzh'],
  [/^mkh/, 'mekh'],
  [/^x(?=[^aeiouy])/, 'eks'],
  [/^x/, 'z'],
  [/^m(?=[bp])/, 'em'],
  [/^n(?=[dgktvz])/, 'en'],
  [/^hr/, 'her'],
  [/^hm/, 'm'],
  [/^ks/, 'kes'],
  [/^([bdglmnt])(?=[bdglmnptv])(?!\1|[bdg]l)/, '$1e'],
]

/**
 * Phones for a word in lower case that Flite would spell out (`nvidia`, `lviv`): most are names from elsewhere, read
 * as most languages read their letters. '' where letters are all that can be said.
 */
export function nameSounds(word: string): string {
  const sound = known.get(word)
  if (sound) return sound
  // An r or an l between consonants carries the syllable: `krk`, `vltava`.
  const voiced = word.replace(/(?<=[^aeiouyrl])([rl])(?=[^aeiouy])/g, 'e$1')
  if (!/[aeiouy]/.test(voiced)) return ''
  const said = beginnings.reduce(
    (spelling, [start, as]) => (spelling === voiced ? spelling.replace(start, as) : spelling),
    voiced,
  )
  return plainPhones(said)
}
