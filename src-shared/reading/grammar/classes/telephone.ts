import type { GrammarTools, Rule } from '../language.ts'
import { sayDigits } from '../numerals.ts'
import { begin, end, rule } from '../rule.ts'

/** Numbers that are dialled, addresses of computers, and others whose figures stand in groups: digit by digit. */
export function telephoneRules({ language, parse, say }: GrammarTools): Rule[] {
  const { numbers, signs } = language
  const extension = '(?: (?:ext|x)\\.? ?(?<extension>\\d+))?'

  /** `800` of a free number is eight hundred; letters are a word to dial. */
  const group = (part: string): string => {
    if (/^[1-9]00$/.test(part)) return say(parse(part))
    return /\d/.test(part) ? sayDigits(numbers.digits, part) : part.toLowerCase()
  }
  const groups = (written: string): string =>
    written
      .split(/[^\p{L}\d]+/u)
      .filter(Boolean)
      .map(group)
      .join(' ')
  const digits = (written: string): string => sayDigits(numbers.digits, written)
  const inGroups =
    (least: number): Rule['read'] =>
    (part) => {
      const { country = '', number = '', extension: more = '' } = part
      if (`${country}${number}`.replace(/\D/g, '').length < least) return undefined
      return [
        [country ? `${signs.plus} ${/^\d$/.test(country) ? digits(country) : sayCountry(country)}` : '', 'country'],
        ...[...number.matchAll(/\S+/g)].map(({ 0: piece, index }) => [digits(piece), 'number', index] as const),
        [more ? `${signs.extension} ${digits(more)}` : '', 'extension'],
      ]
    }
  const sayCountry = (code: string): string => (language.code === 'en' ? digits(code) : say(parse(code)))
  return [
    rule('telephone', `${begin}(?<number>\\d{1,3}(?:\\.\\d{1,3}){3})${end}(?!\\.\\d)`, (part) => {
      const pieces = part.number!.split('.')
      // `1.000.000.000` is a number.
      if (pieces.some((piece) => piece === '000' || Number(piece) > 255)) return undefined
      return pieces.map((piece) => digits(piece)).join(` ${signs.dot} `)
    }),
    rule('telephone', `\\+(?<country>\\d{1,3})[ .-]?(?<number>\\(?\\d[\\d ().-]*\\d)${end}${extension}`, inGroups(7)),
    rule('telephone', `\\((?<number>\\d{2,5}\\)[ -]?\\d[\\d /-]*\\d)${end}${extension}`, inGroups(6)),
    rule(
      'telephone',
      `${begin}1-(?<free>8\\d\\d)-(?<number>[\\p{L}\\d]+(?:-[\\p{L}\\d]+)*)${end}`,
      (part) => `${numbers.digits[1]} ${group(part.free!)} ${groups(part.number!)}`,
    ),
    rule('telephone', `${begin}(?<number>\\d{3}[ .-]\\d{3}[ .-]\\d{4}(?:-\\d+)?)${end}${extension}`, inGroups(10)),
    rule('telephone', `${begin}(?<number>\\d+(?:-\\d+){2,})${end}`, inGroups(7)),
    rule(
      'telephone',
      `${begin}(?<number>(?:0\\d{1,4}[-/ ]\\d{3,}|0\\d(?:[ .]\\d\\d){4}|\\d{3}-\\d{4}))${end}`,
      inGroups(7),
    ),
  ]
}
