import type { Language } from '#shared/reading/grammar/language.ts'
import { alternation, parseNumeral } from '#shared/reading/grammar/numerals.ts'
import { languageOf } from '#shared/reading/languages.ts'
import { englishWays } from './englishWays.ts'
import { germanWays } from './germanWays.ts'
import { spanishWays } from './spanishWays.ts'
import type { Ways } from './ways.ts'

const languages = new Map<string, Ways>([
  ['en', englishWays],
  ['de', germanWays],
  ['es', spanishWays],
])

const marks = /^["'“”„‚‘’«»([{¿¡]+|["'”“’‘«»)\]},;:!?…]+$/gu
const product = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((a) => right.map((b) => `${a} ${b}`))

/**
 * Ways to say one written word that a reader might take, in lower-case words of its language; none for a word with one
 * reading only, and for languages without ways of their own.
 * @param next the word after it, since `$2.5 million` puts its currency there
 */
export function otherReadings(written: string, next: string, language: string): string[] {
  const ways = languages.get(language)
  const word = written.replace(marks, '').replace(/(?<=[\d%])\.$/, (stop) => (ways?.ordinalMark === '\\.' ? stop : ''))
  return ways ? [...readWord(word, next, ways, languageOf(language))] : []
}

function readWord(word: string, next: string, ways: Ways, language: Language): readonly string[] {
  const known = ways.known.get(word.toLowerCase())
  if (known && !/\d/.test(word)) return known
  const match = (pattern: string) => new RegExp(`^${pattern}$`, 'iu').exec(word)
  const { number } = ways
  const numbers = (digits: string): readonly string[] =>
    ways.numbers(parseNumeral(digits, language.point), /[.,]\d{3}/.test(digits))
  const signs = alternation([...language.currencies.keys()].filter((sign) => !/\p{L}/u.test(sign)))

  let found =
    match(`(?<sign>${signs})(?<amount>${number})(?<scale>k|m|bn|b|tn)?`) ??
    match(`(?<amount>${number})(?<sign>${signs})`)
  if (found?.groups) return moneyWays(found.groups, next, ways, language)
  found = match(String.raw`(\d\d?):(\d\d)(am|pm)?`)
  if (found) {
    const times = ways.times(Number(found[1]), Number(found[2]), next)
    return found[3] ? [...product(times, [[...found[3].toLowerCase()].join(' ')]), ...times] : times
  }
  found = match(String.raw`(\d{4})-(\d\d?)-(\d\d?)`)
  if (found)
    return [
      ...ways.dates(Number(found[3]), Number(found[2]), found[1]!),
      ...ways.digits(word.replaceAll('-', '')).slice(0, 1),
    ]
  found = match(String.raw`(\d\d?)([/.-])(\d\d?)\2(\d{4})?`)
  if (found) {
    const [first, second, year] = [Number(found[1]), Number(found[3]), found[4] ?? '']
    return ways.dateOrders.flatMap((order) =>
      order === 'day' ? ways.dates(first, second, year) : ways.dates(second, first, year),
    )
  }
  found = match(String.raw`(\d{1,4})/(\d{1,4})`)
  if (found) return ways.fractions(Number(found[1]), Number(found[2]))
  found = match(`(${number})[-–—](${number})`)
  if (found) {
    const [low, high] = [numbers(found[1]!).slice(0, 2), numbers(found[2]!).slice(0, 2)]
    const spans = ways.range.map((say) => low.flatMap((from) => high.map((to) => say(from, to))))
    const [usual = [], plain = [], ...rare] = spans
    return [...usual, ...plain, ...rare.flatMap(([first = '']) => first), ...ways.digits(word.replace(/\D/g, ''))]
  }
  found = match(`(${number})%`)
  if (found) return product(numbers(found[1]!).slice(0, 4), ways.percent)
  found = match(String.raw`#(\d+)`)
  if (found) return product(ways.numberSign, numbers(found[1]!).slice(0, 2))
  found = match(String.raw`(\d+)(?:${ways.ordinalMark})`)
  if (found) return ways.ordinals(Number(found[1]), next)
  found = match(String.raw`['’]?(\d+0)['’]?s`)
  if (found && ways.decade) return ways.decade(found[1]!)
  found = match(String.raw`-?(${number})(\p{L}{1,4}|°\s?[CF]?)`)
  const unit = found && ways.units.get(found[2]!.toLowerCase())
  if (found && unit) return product(numbers(found[1]!).slice(0, 3), unit)
  found = match(`-?(${number})`)
  if (found) return numbers(found[1]!)
  if (/^\p{Lu}{2,5}s?$/u.test(word)) return [[...word.toLowerCase()].join(' '), word.toLowerCase()]
  return []
}

/** A price: name behind, in front, left out, cents with and without their name. */
function moneyWays(
  { sign = '', amount = '', scale = '' }: Readonly<Record<string, string>>,
  next: string,
  ways: Ways,
  { currencies, point }: Language,
): string[] {
  const { one, many } = currencies.get(sign)!
  const numeral = parseNumeral(amount, point)
  const { whole, decimals } = numeral
  const all = ways.numbers(numeral, /[.,]\d{3}/.test(amount))
  const scaled = ways.scales.get(scale.toLowerCase())
  if (scaled) return product(all, [`${scaled} ${many}`])
  const name = whole === '1' && decimals?.length !== 1 ? one : many
  const split = decimals?.length === 2 ? ways.cents(whole, name, decimals) : []
  const plain = all.slice(0, 3)
  const named = ways.scaleWord.test(next) ? [] : product(plain, [name])
  return [...split, ...named, ...(ways.nameFirst ? product([name], plain) : []), ...plain]
}
