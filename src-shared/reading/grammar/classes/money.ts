import type { Currency, GrammarTools, Numeral, Rule } from '../language.ts'
import { alternation } from '../numerals.ts'
import { begin, end, rule } from '../rule.ts'

/** Amounts with their currency on either side, with millions, ranges and what they are per. */
export function moneyRules(tools: GrammarTools): Rule[] {
  const { language, number, parse, say } = tools
  const { currencies, numbers, periods, signs, units } = language
  const sign = `(?<sign>${alternation([...currencies.keys()])})`
  const scale = `(?: ?(?<letter>${alternation([...numbers.scaleLetters.keys()])})${end}| ?(?<scale>${alternation([...numbers.scales.keys()])})${end})?`
  const per = `(?:/(?<per>${alternation([...periods.keys(), ...units.keys()])})${end})?`
  const dash = ' ?[-–—] ?'

  const scaleOf = (part: Readonly<Record<string, string>>): string =>
    part.scale || (numbers.scaleLetters.get(part.letter ?? '') ?? '')

  const read: Rule['read'] = (part) => {
    const currency = currencies.get(part.sign!)!
    const amount = parse(part.amount!)
    const behind = part.per ? ` ${signs.per} ${periods.get(part.per) ?? units.get(part.per)!.one}` : ''
    const scaled = scaleOf(part)
    if (scaled) {
      const [first, last] = sayScaled(tools, amount, scaled, currency)
      return [
        [first, 'amount'],
        [last, part.scale ? 'scale' : 'amount'],
        [behind, 'per'],
      ]
    }
    const words = sayMoney(tools, amount, currency)
    return [
      [words[0], 'amount'],
      [words[1], 'sign'],
      [behind, 'per'],
    ]
  }
  return [
    rule('money', `${begin}${sign} ?(?<low>${number})${dash}(?<high>${number})(?![€$£])${scale}`, (part) => {
      const currency = currencies.get(part.sign!)!
      const high = parse(part.high!)
      const scaled = scaleOf(part)
      const last = scaled ? sayScaled(tools, high, scaled, currency).join(' ') : `${say(high)} ${currency.many}`
      return [
        [`${say(parse(part.low!))} ${signs.to}`, 'low'],
        [last, 'high'],
      ]
    }),
    rule('money', `${begin}${sign} ?(?<amount>${number})${scale}${per}`, read),
    rule('money', `${begin}(?<amount>${number})${scale} ?${sign}${end}${per}`, read),
  ]
}

/** `two point five` and `million dollars`. */
function sayScaled(
  { language, say }: GrammarTools,
  amount: Numeral,
  scale: string,
  currency: Currency,
): [string, string] {
  const noun = language.numbers.scales.get(scale) ?? language.numbers.scales.get(scale.toLowerCase())!
  const form = noun.feminine ? 'feminine' : 'masculine'
  const single = amount.whole === '1' && amount.decimals === undefined
  // `un millón de euros`, but `mil euros`: what has no plural takes no preposition.
  const what = noun.one === noun.many ? currency.many : language.ofMillions(currency.many)
  return [say(amount, form), `${single ? noun.one : noun.many} ${what}`]
}

/** An amount in units and cents: the number, then the name with what comes behind it. */
function sayMoney({ language, say }: GrammarTools, amount: Numeral, currency: Currency): [string, string] {
  const decimals = amount.decimals?.replace(/0+$/, '') ?? ''
  const name = (noun: Currency, count: string) => (count === '1' ? noun.one : noun.many)
  const count = (noun: Currency, digits: string): [string, string] => [
    say({ whole: digits }, noun.feminine ? 'feminine' : 'masculine'),
    name(noun, digits),
  ]
  if (decimals === '' && amount.whole !== '') return count(currency, amount.whole)
  if (decimals.length > 2 || !currency.cent) return [say({ whole: amount.whole, decimals }), currency.many]
  const cents = String(Number(decimals.padEnd(2, '0')))
  if (/^0*$/.test(amount.whole)) return count(currency.cent, cents)
  const [whole, unit] = count(currency, amount.whole)
  const join = language.centJoin && ` ${language.centJoin}`
  return [whole, `${unit}${join} ${count(currency.cent, cents).join(' ')}`]
}
