import type { GrammarTools, Noun, Rule } from '../language.ts'
import { alternation } from '../numerals.ts'
import { begin, end, rule } from '../rule.ts'

const powers = new Map([
  ['²', 2],
  ['2', 2],
  ['³', 3],
  ['3', 3],
] as const)

/** Units that stand for nothing else. */
const unspoken = /^(?:km|cm|mm|kg|mg|ml|lbs?|mph|kph|kmh|kwh|kWh|[kMG]?Hz|hrs|yrs|wks|tbsp|tsp)$/

/** Figures with their unit (`12kg`, `41.5 km³`, `3 m/s`, `20 %`), millions of it, and prices per unit. */
export function measureRules({ language, number, parse, say }: GrammarTools): Rule[] {
  const { units, numbers, periods, signs } = language
  const scales = alternation([...numbers.scales.keys()])
  const unit = unitPattern(language.units)
  const per = alternation([...variants(units.keys()), ...periods.keys()])

  const unitOf = (written: string): Noun => units.get(written) ?? units.get(written.toLowerCase())!
  const nounOf = (written: string, power: string | undefined): Noun => {
    const noun = unitOf(written)
    return power ? language.squared(noun, powers.get(power as '2')!) : noun
  }
  const perOf = (written: string, power: string | undefined): string =>
    periods.get(written) ?? nounOf(written, power).one
  const perPart = `/(?<per>${per})(?<perPower>[²³23])?${end}`

  const manyOf = (scale: Noun, noun: Noun): string =>
    scale.one === scale.many ? noun.many : language.ofMillions(noun.many)

  return [
    rule(
      'measure',
      `${begin}(?<amount>${number}) ?(?:(?<scale>${scales}) )?(?<unit>${unit})(?<power>[²³]|[23]${end})?(?:${perPart})?${end}`,
      (part) => {
        const amount = parse(part.amount!)
        const noun = nounOf(part.unit!, part.power)
        const scale = numbers.scales.get(part.scale ?? '')
        const counted = scale ?? noun
        const single = amount.whole === '1' && amount.decimals === undefined
        const behind = part.per ? ` ${signs.per} ${perOf(part.per, part.perPower)}` : ''
        return [
          [say(amount, counted.feminine ? 'feminine' : 'masculine'), 'amount'],
          [scale ? (single ? scale.one : scale.many) : '', 'scale'],
          [(scale ? manyOf(scale, noun) : single ? noun.one : noun.many) + behind, 'unit'],
        ]
      },
    ),
    // A unit alone that is no word: `how many kg`.
    rule('measure', `${begin}(?<unit>${unit})${end}(?!/)`, (part) =>
      unspoken.test(part.unit!) ? unitOf(part.unit!).many : undefined,
    ),
    // A speed alone: `in km/h`.
    rule('measure', `${begin}(?<unit>${unit})${perPart}`, (part) =>
      /^[a-zA-Z]{2,}$/.test(part.unit!)
        ? `${nounOf(part.unit!, undefined).many} ${signs.per} ${perOf(part.per!, part.perPower)}`
        : undefined,
    ),
    rule('measure', `${begin}(?<amount>${number})${perPart}`, (part) => [
      [`${say(parse(part.amount!))} ${signs.per} ${perOf(part.per!, part.perPower)}`, 'amount'],
    ]),
  ]
}

/** Units as they are written, longer ones in capitals, too. */
export const unitPattern = (units: ReadonlyMap<string, unknown>): string => alternation(variants(units.keys()))

const variants = (keys: Iterable<string>): string[] =>
  [...keys].flatMap((key) =>
    key.length > 1 && /^[a-z/]+$/.test(key) ? [key, key.toUpperCase(), key[0]!.toUpperCase() + key.slice(1)] : [key],
  )
