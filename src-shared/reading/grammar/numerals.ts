import type { GrammarTools, Language, NumberForm, Numeral } from './language.ts'

const other = (point: '.' | ','): string => (point === '.' ? ',' : '.')

/** What shows that figures parted by spaces are one number, where a language parts them by commas itself. */
const counted = '(?= ?(?:[$€£¥₹₩₽¢%°]|(?:[A-Z]{3}|[kcm]?[mgl]|[kMGT]?[WB]|euros?|dollars?|pounds?|people)(?!\\p{L})))'

/**
 * A number as a language writes it, and as others do where it can't be mistaken: `1.234,56` in an English text.
 * Groups may be parted by spaces and apostrophes, too.
 */
function numeralPattern(point: '.' | ','): string {
  const [p, g] = [`[${point}]`, `[${other(point)}]`]
  const spaced = point === '.' ? counted : ''
  const ways = [
    `\\d{1,3}(?:${g}\\d{3})+(?:${p}\\d+)?`,
    `\\d{1,3}(?:${p}\\d{3})+${g}\\d+`,
    `\\d{1,3}(?:${p}\\d{3}){2,}`,
    `\\d{1,3}(?:[ ']\\d{3})+(?:[.,]\\d+)?(?!\\d)${spaced}`,
    `\\d+${p}\\d+`,
    `\\d+${g}\\d{1,2}`,
    ...(point === '.' ? ['\\.\\d+'] : []),
    '\\d+',
  ]
  return `(?:${ways.join('|')})(?!\\d|[.,]\\d)`
}

/** Parts a written number into its whole and its decimals. */
export function parseNumeral(written: string, point: '.' | ','): Numeral {
  const plain = written.replace(/[ ']/g, '')
  const mark = decimalMark(plain, point)
  if (mark === undefined) return { whole: plain.replace(/[.,]/g, '') }
  const at = plain.lastIndexOf(mark)
  return { whole: plain.slice(0, at).replace(/[.,]/g, ''), decimals: plain.slice(at + 1) }
}

function decimalMark(written: string, point: '.' | ','): string | undefined {
  const used = [...written.matchAll(/[.,]/g)].map(([mark]) => mark)
  const last = used.at(-1)
  if (last === undefined) return undefined
  if (new Set(used).size === 2) return last
  if (used.length > 1) return undefined
  if (last === point) return point
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(written) ? undefined : last
}

/** A number in words; digit by digit where it begins with a zero or has more digits than the language has names for. */
function sayNumeral({ numbers }: Language, { whole, decimals }: Numeral, form: NumberForm = 'alone'): string {
  const behind = decimals === undefined ? '' : ` ${numbers.point} ${numbers.decimals(decimals, form)}`
  if (whole === '') return behind.trim()
  const wholeForm = decimals === undefined ? form : 'alone'
  const cardinal = /^0\d/.test(whole) ? undefined : numbers.cardinal(BigInt(whole), wholeForm)
  return (cardinal ?? sayDigits(numbers.digits, whole)) + behind
}

/** One digit after the other. */
export const sayDigits = (names: readonly string[], digits: string): string =>
  [...digits.replace(/\D/g, '')].map((digit) => names[Number(digit)]!).join(' ')

/** Keys as one pattern, the longest first. */
export function alternation(keys: readonly string[]): string {
  const distinct = [...new Set(keys)].sort((a, b) => b.length - a.length)
  return distinct.map((key) => key.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|') || '(?!)'
}

export const toolsFor = (language: Language): GrammarTools => ({
  language,
  number: numeralPattern(language.point),
  parse: (written) => parseNumeral(written, language.point),
  say: (numeral, form) => sayNumeral(language, numeral, form),
})
