import { applyRules, type LetterRule, markStress, vowelPhone } from './letterRules.ts'
import { transliterate } from './transliterate.ts'

/** Letters as most languages of Europe read them. */
const rules: readonly LetterRule[] = [
  ['shch', 'sh ch'],
  ['sch', 'sh'],
  ['tsch', 'ch'],
  ['ch', 'sh'],
  ['sh', 'sh'],
  ['zh', 'zh'],
  ['kh', 'hh'],
  ['ph', 'f'],
  ['th', 't'],
  ['ck', 'k'],
  ['qu', 'k', /^[ei]/],
  ['qu', 'k w'],
  ['gn', 'n y'],
  ['lh', 'l y'],
  ['nh', 'n y'],
  ['ng', 'ng'],
  ['tz', 't s'],
  ['gu', 'g', /^[ei]/],
  ['g', 'jh', /^[eiy]/],
  ['c', 's', /^[eiy]/],
  ['ou', 'uw'],
  ['oo', 'uw'],
  ['ee', 'iy'],
  ['ai', 'ay'],
  ['ei', 'ey'],
  ['au', 'aw'],
  ['ie', 'iy'],
  ['i', 'y', /^[aeou]/],
  ['y', 'y', /^[aeiou]/],
  ['a', 'aa'],
  ['e', 'eh'],
  ['i', 'iy'],
  ['o', 'ao'],
  ['u', 'uw'],
  ['y', 'iy'],
  ['h', 'hh', /^[aeiouy]/, /^$/],
  ['h', ''],
  ['j', 'y'],
  ['q', 'k'],
  ['c', 'k'],
  ['x', 'k s'],
  ...[...'bdfgklmnprstvwz'].flatMap((letter): LetterRule[] => [
    [letter + letter, letter],
    [letter, letter],
  ]),
]

/** One word of any language in a Latin, Cyrillic or Greek script, as it is spelled; '' for other scripts. */
export function plainPhones(word: string): string {
  const phones = applyRules(
    transliterate(word)
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
    rules,
  )
  const vowels = phones.filter((phone) => vowelPhone.test(phone)).length
  return markStress(phones, Math.max(0, vowels - 2))
}
