import { applyRules, type LetterRule, markStress, vowelPhone } from '#engines/flite/letterRules.ts'

const consonant = '[bcdfghjklmnpqrstvwxzß]'
const vowel = /[aeiouyäöü]/
const doubled = new RegExp(`^(${consonant}{2}|ch|ck|x|${consonant}$)`)
const end = /^$/
/** Endings in which an e is hardly said. */
const weakEnd = /^([lnrmst]|ln|rn|ns|nd|nt|ls|rs|lt|rt|st|ste|sten|nde|nden|nder|lte|rte|rten|lten|te|ten|ter|tes|tem)$/
const start = /^$/
const afterPrefix = /^(ge|be|ver|er|zer|ent|vor|an|auf|aus|ab|ein|zu|um|mit|nach|über|unter|hin|her|weg|los|ver)?$/

const rules: readonly LetterRule[] = [
  // Consonants in groups
  ['tsch', 'ch'],
  ['dsch', 'jh'],
  ['sch', 'sh'],
  ['chs', 'k s'],
  ['ch', 'hh', undefined, /[aou]$/],
  ['ch', 'k', undefined, start],
  ['ch', 'sh'],
  ['ck', 'k'],
  ['ph', 'f'],
  ['pf', 'p f'],
  ['qu', 'k v'],
  ['tion', 't s y ow n'],
  ['tz', 't s'],
  ['th', 't'],
  ['dt', 't'],
  ['str', 'sh t r'],
  ['sp', 'sh p', vowel, afterPrefix],
  ['sp', 'sh p', /^[rlf]/, afterPrefix],
  ['st', 'sh t', /^[aeiouyäöü]/, afterPrefix],
  ['ss', 's'],
  ['ß', 's'],
  ['s', 'z', /^[aeiouyäöü]/, /(^|[aeiouyäöülmnr])$/],
  ['s', 's'],
  ['ng', 'ng'],
  ['nk', 'ng k'],
  // Ends of words lose their voice.
  ['ig', 'ih sh', end],
  ['bb', 'b'],
  ['b', 'p', /^(s?t?$|[ptkfs])/],
  ['dd', 'd'],
  ['d', 't', /^(s?$|[ptkfs])/],
  ['gg', 'g'],
  ['g', 'k', /^(s?t?$|[ptkfs])/],
  // Vowels
  ['äu', 'oy'],
  ['eu', 'oy'],
  ['ei', 'ay'],
  ['ai', 'ay'],
  ['ey', 'ay'],
  ['au', 'aw'],
  ['ieh', 'iy'],
  ['ie', 'iy ax', end, /(il|in|r|öd)$/],
  ['ie', 'iy'],
  ['ih', 'iy', /^(?!$)/, /./],
  ['aa', 'aa'],
  ['ah', 'aa'],
  ['äh', 'eh'],
  ['ee', 'ey'],
  ['eh', 'ey'],
  ['oo', 'ow'],
  ['oh', 'ow'],
  ['öh', 'er'],
  ['uh', 'uw'],
  ['üh', 'uw'],
  ['a', 'ah', doubled],
  ['a', 'aa'],
  ['ä', 'eh'],
  ['er', 'er', end, /./],
  ['er', 'eh r', undefined, /^(v|z)?$/],
  ['e', 'ax', /^[^aeiouyäöü]{0,4}[aeiouyäöü]/, /^(b|g)$/],
  ['e', 'ax', weakEnd, vowel],
  ['e', 'ax', end],
  ['e', 'eh', doubled],
  ['e', 'ey'],
  ['i', 'ih', doubled],
  ['i', 'y', /^[aou]/, /./],
  ['i', 'iy'],
  ['o', 'ao', doubled],
  ['o', 'ow'],
  ['ö', 'er'],
  ['u', 'uh', doubled],
  ['u', 'uw'],
  ['ü', 'ih', doubled],
  ['ü', 'uw'],
  ['y', 'ih'],
  // Single consonants
  ['h', 'hh', vowel],
  ['rr', 'r'],
  ['r', 'er', end, /(h|ie|[eiouäöü])$/],
  ['r', 'r'],
  ['ll', 'l'],
  ['l', 'l'],
  ['mm', 'm'],
  ['m', 'm'],
  ['nn', 'n'],
  ['n', 'n'],
  ['pp', 'p'],
  ['p', 'p'],
  ['tt', 't'],
  ['t', 't'],
  ['ff', 'f'],
  ['f', 'f'],
  ['v', 'f'],
  ['w', 'v'],
  ['zz', 't s'],
  ['z', 't s'],
  ['x', 'k s'],
  ['j', 'y'],
  ['kk', 'k'],
  ['k', 'k'],
  ['c', 't s', /^[eiäy]/],
  ['c', 'k'],
  ['b', 'b'],
  ['d', 'd'],
  ['g', 'g'],
]

/** One German word in phones of the English voice, near enough to find it in a recording; '' when it has no letters. */
export function germanPhones(word: string): string {
  const plain = word.toLowerCase().replace(/[^a-zäöüß]/g, '')
  const phones = applyRules(plain, rules)
  if (!phones.some((phone) => vowelPhone.test(phone))) return phones.join(' ')
  const unstressedPrefix =
    /^(be|ge|er|ver|zer|ent|emp)./.test(plain) && phones.filter((p) => vowelPhone.test(p)).length > 1
  return markStress(phones, unstressedPrefix ? 1 : 0)
}

/** What letters are called in German, as it is spelled. */
export const germanLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'be',
    c: 'ze',
    d: 'de',
    f: 'eff',
    g: 'ge',
    h: 'ha',
    j: 'jott',
    k: 'ka',
    l: 'ell',
    m: 'emm',
    n: 'enn',
    p: 'pe',
    q: 'ku',
    r: 'err',
    s: 'ess',
    t: 'te',
    v: 'vau',
    w: 'we',
    x: 'iks',
    y: 'üpsilon',
    z: 'zett',
  }),
)
