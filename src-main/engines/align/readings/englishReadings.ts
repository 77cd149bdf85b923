import { cardinal, digitByDigit, numberReadings, ordinal, yearReadings } from './englishNumbers.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const monthNames = new Map(months.map((name) => [name.slice(0, 3).toLowerCase(), name]))
const money = new Map([
  ['$', ['dollar', 'dollars']],
  ['£', ['pound', 'pounds']],
  ['€', ['euro', 'euros']],
  ['¥', ['yen', 'yen']],
])
const scales = new Map([
  ['k', 'thousand'],
  ['m', 'million'],
  ['bn', 'billion'],
  ['b', 'billion'],
  ['tn', 'trillion'],
])
/** Abbreviations that are as often read as words of their own. */
const spelledOut = new Map([
  ['e.g.', ['for example', 'for instance']],
  ['i.e.', ['that is']],
  ['etc.', ['et cetera', 'and so on']],
  ['vs.', ['versus', 'v s']],
  ['vs', ['versus', 'v s']],
  ['approx.', ['approximately', 'about']],
  ['no.', ['number', 'no']],
  ['&', ['and']],
  ['a.m.', ['in the morning']],
  ['mph', ['miles per hour', 'miles an hour', 'm p h']],
  ['km', ['kilometers', 'kay em']],
  ['kg', ['kilograms', 'kilos']],
  ['ceo', ['chief executive officer', 'c e o']],
  ['ai', ['artificial intelligence', 'a i']],
])
const unitNames = new Map([
  ['km', ['kilometers', 'k']],
  ['kg', ['kilograms', 'kilos']],
  ['m', ['meters', 'million']],
  ['cm', ['centimeters']],
  ['mm', ['millimeters']],
  ['mph', ['miles per hour', 'miles an hour']],
  ['ghz', ['gigahertz']],
  ['mhz', ['megahertz']],
  ['gb', ['gigabytes', 'gigs']],
  ['mb', ['megabytes', 'megs']],
  ['tb', ['terabytes']],
  ['k', ['k', 'thousand']],
  ['x', ['x', 'times']],
  ['s', ['seconds']],
  ['h', ['hours']],
  ['am', ['a m', 'in the morning']],
  ['pm', ['p m', 'in the evening', 'in the afternoon']],
])

/** `4.99` with its currency: name behind, in front, left out, cents with and without `and`. */
function moneyReadings(sign: string, amount: string, scale: string, next: string): string[] {
  const [one = '', many = ''] = money.get(sign) ?? []
  const [whole = '', cents] = amount.replaceAll(',', '').split(/\.(?=\d\d$)/)
  const name = whole === '1' ? one : many
  const numbers = numberReadings(amount)
  if (scale) return numbers.map((n) => `${n} ${scale} ${many}`)
  const split: string[] = []
  if (cents !== undefined) {
    const small = cardinal(Number(cents))
    split.push(
      `${cardinal(Number(whole))} ${name} ${small} cents`,
      `${cardinal(Number(whole))} ${name} and ${small} cents`,
    )
    split.push(`${cardinal(Number(whole))} ${name} ${small}`, `${cardinal(Number(whole))} ${small}`)
  }
  const plain = numbers.slice(0, 3)
  const named = /^(hundred|thousand|million|billion|trillion)/i.test(next) ? [] : plain.map((n) => `${n} ${name}`)
  return [...split, ...named, ...plain.map((n) => `${name} ${n}`), ...plain]
}

function timeReadings(hour: number, minute: number): string[] {
  const twelve = ((hour + 11) % 12) + 1
  const next = (hour % 12) + 1
  const small = minute < 10 ? `oh ${cardinal(minute)}` : cardinal(minute)
  const hours = hour === twelve ? [hour] : [hour, twelve]
  if (minute === 0) return hours.flatMap((h) => [cardinal(h), `${cardinal(h)} o'clock`, `${cardinal(h)} hundred hours`])
  const readings = hours.map((h) => `${cardinal(h)} ${small}`)
  if (hour > 12) readings.push(`${cardinal(twelve)} ${small} p m`)
  if (minute === 30) readings.push(`half past ${cardinal(twelve)}`)
  if (minute === 15) readings.push(`quarter past ${cardinal(twelve)}`, `a quarter past ${cardinal(twelve)}`)
  if (minute === 45) readings.push(`quarter to ${cardinal(next)}`, `a quarter to ${cardinal(next)}`)
  if (minute < 30) readings.push(`${cardinal(minute)} past ${cardinal(twelve)}`)
  else readings.push(`${cardinal(60 - minute)} to ${cardinal(next)}`)
  return readings
}

function dateReadings(year: number, month: number, day: number): string[] {
  const name = months[month - 1]
  if (!name || day < 1 || day > 31) return []
  const years = yearReadings(year).slice(0, 2)
  return years.flatMap((y) => [
    `${name} ${ordinal(day)} ${y}`,
    `the ${ordinal(day)} of ${name} ${y}`,
    `${name} ${cardinal(day)} ${y}`,
  ])
}

const product = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((a) => right.map((b) => `${a} ${b}`))

function fractionReadings(over: number, under: number): string[] {
  const names = new Map([
    ['1/2', ['half', 'a half', 'one half']],
    ['1/4', ['a quarter', 'one quarter', 'a fourth']],
    ['3/4', ['three quarters', 'three fourths']],
  ])
  const plural = over === 1 ? '' : 's'
  return [
    ...(names.get(`${over}/${under}`) ?? [`${cardinal(over)} ${ordinal(under)}${plural}`]),
    `${cardinal(over)} over ${cardinal(under)}`,
    `${cardinal(over)} ${cardinal(under)}`,
    `${cardinal(over)} out of ${cardinal(under)}`,
  ]
}

/**
 * Ways to read one written word that a plain reader might take, as English text; none for a word with one reading only.
 * @param next the word after it, since `$2.5 million` puts its currency there
 */
export function englishReadings(written: string, next: string): string[] {
  const word = written.replace(/^["'“‘([{¿¡]+|["'”’)\]},;:!?…]+$/gu, '').replace(/(?<=[\d%])\.$/, '')
  const lower = word.toLowerCase()
  const known = spelledOut.get(lower)
  if (known) return known
  const month = monthNames.get(lower.slice(0, 3))
  if (/^[a-z]{3,4}\.$/.test(lower) && month) return [month, lower.slice(0, -1)]

  const number = String.raw`\d[\d,]*(?:\.\d+)?`
  const match = (pattern: string) => new RegExp(`^${pattern}$`, 'i').exec(word)
  let found = match(`([$£€¥])(${number})(k|m|bn|b|tn)?`)
  if (found) return moneyReadings(found[1]!, found[2]!, scales.get(found[3]?.toLowerCase() ?? '') ?? '', next)
  found = match(String.raw`(\d\d?):(\d\d)(am|pm)?`)
  if (found) {
    const times = timeReadings(Number(found[1]), Number(found[2]))
    return found[3] ? [...product(times, [[...found[3]].join(' ')]), ...times] : times
  }
  found = match(String.raw`(\d{4})-(\d\d)-(\d\d)`)
  if (found)
    return [
      ...dateReadings(Number(found[1]), Number(found[2]), Number(found[3])),
      digitByDigit(word.replaceAll('-', ''))[0]!,
    ]
  found = match(String.raw`(\d\d?)/(\d\d?)/(\d{4})`)
  if (found)
    return [
      ...dateReadings(Number(found[3]), Number(found[1]), Number(found[2])),
      ...dateReadings(Number(found[3]), Number(found[2]), Number(found[1])),
    ]
  found = match(String.raw`(\d+)/(\d+)`)
  if (found) return fractionReadings(Number(found[1]), Number(found[2]))
  found = match(`(${number})[-–—](${number})`)
  if (found) {
    const [low, high] = [numberReadings(found[1]!).slice(0, 2), numberReadings(found[2]!).slice(0, 2)]
    const digits = found[0].replace(/\D/g, '')
    return [
      ...product(
        low,
        high.map((n) => `to ${n}`),
      ),
      ...product(low, high),
      `between ${low[0]} and ${high[0]}`,
      ...digitByDigit(digits),
    ]
  }
  found = match(`(${number})%`)
  if (found) return product(numberReadings(found[1]!).slice(0, 4), ['percent', ''])
  found = match(String.raw`#(\d+)`)
  if (found) return product(['number', 'hash', 'hashtag'], numberReadings(found[1]!).slice(0, 2))
  found = match(String.raw`(\d+)(st|nd|rd|th)`)
  if (found) return [ordinal(Number(found[1])), `the ${ordinal(Number(found[1]))}`, cardinal(Number(found[1]))]
  found = match(String.raw`['’]?(\d+0)['’]?s`)
  if (found)
    return numberReadings(found[1]!)
      .slice(0, 6)
      .map((n) => (n.endsWith('y') ? `${n.slice(0, -1)}ies` : `${n}s`))
  found = match(String.raw`-?(${number})°\s?([CF])?`)
  if (found) {
    const scale =
      found[2]?.toUpperCase() === 'F'
        ? ['degrees', 'degrees Fahrenheit']
        : ['degrees', 'degrees Celsius', 'centigrade', 'degrees centigrade']
    return product(numberReadings(found[1]!).slice(0, 2), scale)
  }
  found = match(`(${number})([a-z]{1,4})`)
  if (found) {
    const unit = unitNames.get(found[2]!.toLowerCase())
    if (unit) return product(numberReadings(found[1]!).slice(0, 3), unit)
  }
  found = match(number)
  if (found) return numberReadings(word)
  return capitalReadings(word)
}

/** Short capitals may be spelled or read as a word. */
function capitalReadings(word: string): string[] {
  if (!/^[A-Z]{2,5}s?$/.test(word)) return []
  return [[...word].join(' '), word.toLowerCase()]
}
