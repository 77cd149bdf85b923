import type { GrammarTools, Near, Rule } from '../language.ts'
import { alternation, sayDigits } from '../numerals.ts'
import { begin, end, rule } from '../rule.ts'
import { unitPattern } from './measures.ts'

const vulgar = new Map(
  Object.entries({
    '½': '1/2',
    '⅓': '1/3',
    '⅔': '2/3',
    '¼': '1/4',
    '¾': '3/4',
    '⅕': '1/5',
    '⅖': '2/5',
    '⅗': '3/5',
    '⅘': '4/5',
    '⅙': '1/6',
    '⅚': '5/6',
    '⅛': '1/8',
    '⅜': '3/8',
    '⅝': '5/8',
    '⅞': '7/8',
  }),
)

/** Fractions: `3/4`, `2½`, `1 1/2 kg`. */
export function fractionRules({ language, number, parse }: GrammarTools): Rule[] {
  const { fraction, units } = language
  if (!fraction) return []
  const unit = `(?: ?(?<unit>${unitPattern(units)})${end})?`
  const whole = '(?:(?<=(?:^|[\\s(])-?)(?<whole>\\d{1,3}) )?'
  const under = number.replace('(?!\\d|[.,]\\d)', '')
  const unitOf = (written: string | undefined) =>
    written ? (units.get(written) ?? units.get(written.toLowerCase())) : undefined
  const words = (over: string, under: string, whole: string, unit: string): string | undefined =>
    fraction(BigInt(over), BigInt(parse(under).whole), whole ? BigInt(whole) : undefined, unitOf(unit))
  return [
    rule(
      'fraction',
      `${begin}${whole}(?<over>\\d{1,4})/(?<under>${under})(?:th|TH|st|nd|rd|s)?(?![\\d/])${unit}${end}`,
      (part) => {
        const said = words(part.over!, part.under!, part.whole!, part.unit!)
        // A whole number apart has its share of the words.
        return said === undefined || part.whole ? said : [[said, 'over']]
      },
    ),
    rule('fraction', `${begin}(?:(?<whole>\\d+) ?)?(?<sign>[${[...vulgar.keys()].join('')}])${unit}`, (part) => {
      const [over = '', under = ''] = vulgar.get(part.sign!)!.split('/')
      return words(over, under, part.whole!, part.unit!)
    }),
  ]
}

/** Figures with the mark of an ordinal behind them. */
export function ordinalRules({ language: { ordinal, ordinalEndings }, parse }: GrammarTools): Rule[] {
  if (!ordinal || !ordinalEndings) return []
  return [
    rule(
      'ordinal',
      `${begin}(?<digits>\\d[\\d., ]*\\d|\\d)(?<ending>${ordinalEndings})${end}`,
      (part, near) => {
        const { whole, decimals } = parse(part.digits!)
        if (decimals !== undefined || !/^\d+$/.test(whole)) return undefined
        return ordinal(BigInt(whole), part.ending!.toLowerCase(), near.before, near.after)
      },
      'i',
    ),
  ]
}

/** Lines of a picture, unless something is counted. */
const isPicture = (amount: string, { after }: Near): boolean =>
  /^[248]$/.test(amount) && !/^(?:\+| of\b| \p{L}+s\b)/u.test(after)
const isRun = /^ (?:run|race|walk|jog|marathon|training|course)\b/

/** Numbers with a million behind, as a word or as a letter. */
export function scaleRules({ language: { numbers }, number, parse, say }: GrammarTools): Rule[] {
  const letters = alternation([...numbers.scaleLetters.keys()].filter((letter) => !/^[a-jl-z]$/.test(letter)))
  const scales = alternation([...numbers.scales.keys()])
  return [
    rule('cardinal', `${begin}(?<amount>${number}) ?(?<scale>${scales})${end}`, (part) => {
      const noun = numbers.scales.get(part.scale!)!
      const amount = parse(part.amount!)
      const single = amount.whole === '1' && amount.decimals === undefined
      return [
        [say(amount, noun.feminine ? 'feminine' : 'masculine'), 'amount'],
        [single ? noun.one : noun.many, 'scale'],
      ]
    }),
    rule('cardinal', `${begin}(?<amount>${number})(?<letter>${letters})(?=\\+|${end})`, (part, near) => {
      const scale = numbers.scaleLetters.get(part.letter!)!
      // `4K video` and `a 5K run` are no thousands.
      if (/k/i.test(part.letter!) && (isPicture(part.amount!, near) || isRun.test(near.after))) return undefined
      const { one, many } = numbers.scales.get(scale)!
      return `${say(parse(part.amount!))} ${part.amount === '1' ? one : many}`
    }),
  ]
}

/** Plain numbers and versions. */
export function numberRules({ language: { numbers, signs, agree }, number, parse, say }: GrammarTools): Rule[] {
  return [
    rule('decimal', `${begin}(?<amount>${number})(?<=[.,]\\d+)${end}`, (part) => {
      const { whole, decimals } = parse(part.amount!)
      return decimals === undefined ? undefined : say({ whole, decimals })
    }),
    rule('cardinal', `${begin}(?<amount>${number})${end}`, (part, near) =>
      say(parse(part.amount!), agree?.(part.amount!, near.after)),
    ),
    rule('decimal', `${begin}(?<version>\\d+(?:\\.\\d+){2,})${end}`, (part) =>
      part
        .version!.split('.')
        .map((piece) => say({ whole: piece }))
        .join(` ${numbers.point === 'point' ? 'point' : signs.dot} `),
    ),
    rule('cardinal', `${begin}(?<list>\\d+(?:[,;]\\d+){2,})${end}`, (part) =>
      part
        .list!.split(/[,;]/)
        .map((whole) => say({ whole }))
        .join(' '),
    ),
    // Whatever else holds figures only.
    rule('cardinal', `${begin}(?<digits>\\d+)`, (part) =>
      /^0\d/.test(part.digits!) ? sayDigits(numbers.digits, part.digits!) : say({ whole: part.digits! }),
    ),
  ]
}
