import { applyRules, type LetterRule, markStress, vowelPhone } from '#engines/flite/letterRules.ts'

const front = /^[eiéí]/
const vowel = /^[aeiouáéíóúü]/

const rules: readonly LetterRule[] = [
  ['ch', 'ch'],
  ['ll', 'y'],
  ['rr', 'r'],
  ['ñ', 'n y'],
  ['qu', 'k', front],
  ['gu', 'g', front],
  ['gü', 'g w'],
  ['g', 'hh', front],
  ['g', 'g'],
  ['j', 'hh'],
  ['cc', 'k th', front],
  ['sc', 'th', front],
  ['c', 'th', front],
  ['c', 'k'],
  ['z', 'th'],
  ['x', 'k s'],
  ['h', ''],
  ['v', 'b'],
  ['y', 'y', vowel],
  ['y', 'iy'],
  ['ai', 'ay'],
  ['ay', 'ay'],
  ['au', 'aw'],
  ['ei', 'ey'],
  ['ey', 'ey'],
  ['oi', 'oy'],
  ['oy', 'oy'],
  ['eu', 'eh uw'],
  ['i', 'y', /^[aeoáéóu]/],
  ['u', 'w', /^[aeoáéóií]/],
  ['a', 'aa'],
  ['á', 'aa'],
  ['e', 'eh'],
  ['é', 'eh'],
  ['i', 'iy'],
  ['í', 'iy'],
  ['o', 'ow'],
  ['ó', 'ow'],
  ['u', 'uw'],
  ['ú', 'uw'],
  ['ü', 'uw'],
  ['nn', 'n'],
  ...[...'bdfklmnprst'].map((letter): LetterRule => [letter, letter]),
  ['w', 'w'],
]

/** One Spanish word in phones of the English voice, near enough to find it in a recording; '' when it has no letters. */
export function spanishPhones(word: string): string {
  const plain = word.toLowerCase().replace(/[^a-zñáéíóúü]/g, '')
  const phones = applyRules(plain, rules)
  const vowels = phones.filter((phone) => vowelPhone.test(phone)).length
  const accent = plain.search(/[áéíóú]/)
  if (accent >= 0) {
    const before = applyRules(plain.slice(0, accent), rules).filter((phone) => vowelPhone.test(phone)).length
    return markStress(phones, Math.min(before, vowels - 1))
  }
  return markStress(phones, Math.max(0, vowels - (/[aeiouns]$/.test(plain) ? 2 : 1)))
}

/** What letters are called in Spanish, as it is spelled. */
export const spanishLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'be',
    c: 'ce',
    d: 'de',
    f: 'efe',
    g: 'ge',
    h: 'hache',
    j: 'jota',
    k: 'ka',
    l: 'ele',
    m: 'eme',
    n: 'ene',
    ñ: 'eñe',
    p: 'pe',
    q: 'cu',
    r: 'erre',
    s: 'ese',
    t: 'te',
    v: 'uve',
    w: 'uve doble',
    x: 'equis',
    y: 'i griega',
    z: 'zeta',
  }),
)
