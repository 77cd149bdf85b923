import { englishCalendar } from '#shared/reading/english/calendar.ts'
import { cardinal, englishNumbers, ordinal, paired } from '#shared/reading/english/numbers.ts'
import type { Numeral } from '#shared/reading/grammar/language.ts'
import type { Ways } from './ways.ts'

const { months } = englishCalendar
const say = (n: number): string => cardinal(BigInt(n))!

/** `and` before the tens, as in British English. */
const withAnd = (words: string): string =>
  words
    .replace(/hundred (?!thousand|million|billion|trillion)/g, 'hundred and ')
    .replace(/(thousand|million|billion) (?!.*(?:hundred|thousand|million))/, '$1 and ')

/** One digit after the other, with zero as zero or as oh. */
function digits(written: string): string[] {
  const zeros = englishNumbers.decimals(written, 'alone')
  return zeros.includes('zero') ? [zeros, zeros.replaceAll('zero', 'oh')] : [zeros]
}

/** Three or four digits read in two parts, the hundreds with and without their name. */
function pairs(n: number): string[] {
  const low = n % 100
  const long = `${say(Math.floor(n / 100))} hundred`
  if (n % 1000 === 0) return []
  const first = paired(n)
  return n < 1000 || low === 0 || Math.floor(n / 100) % 10 === 0
    ? [first]
    : [first, `${long} ${say(low)}`, `${long} and ${say(low)}`]
}

const years = (year: number): string[] => [...pairs(year).slice(0, 1), say(year), withAnd(say(year))]

function times(hour: number, minute: number): string[] {
  const twelve = ((hour + 11) % 12) + 1
  const next = (hour % 12) + 1
  const small = minute < 10 ? `oh ${say(minute)}` : say(minute)
  const hours = hour === twelve ? [hour] : [hour, twelve]
  if (minute === 0) return hours.flatMap((h) => [say(h), `${say(h)} o'clock`, `${say(h)} hundred hours`])
  const readings = hours.map((h) => `${say(h)} ${small}`)
  if (hour > 12) readings.push(`${say(twelve)} ${small} p m`)
  if (minute === 30) readings.push(`half past ${say(twelve)}`)
  if (minute === 15) readings.push(`quarter past ${say(twelve)}`, `a quarter past ${say(twelve)}`)
  if (minute === 45) readings.push(`quarter to ${say(next)}`, `a quarter to ${say(next)}`)
  readings.push(minute < 30 ? `${say(minute)} past ${say(twelve)}` : `${say(60 - minute)} to ${say(next)}`)
  return readings
}

function dates(day: number, month: number, year: string): string[] {
  const name = months[month - 1]
  if (!name || day < 1 || day > 31) return []
  const said = year ? years(Number(year)).slice(0, 2) : ['']
  const nth = ordinal(BigInt(day))
  return said.flatMap((y) => [`${name} ${nth} ${y}`, `the ${nth} of ${name} ${y}`, `${name} ${say(day)} ${y}`])
}

const names = new Map([
  ['1/2', ['half', 'a half', 'one half']],
  ['1/4', ['a quarter', 'one quarter', 'a fourth']],
  ['3/4', ['three quarters', 'three fourths']],
])

const decade = (words: string): string => (words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`)

function numbers({ whole, decimals }: Numeral, grouped: boolean): string[] {
  if (whole.length > 15 || whole === '') return digits(whole)
  const n = Number(whole)
  if (decimals !== undefined) {
    const point = digits(decimals).map((said) => `${say(n)} point ${said}`)
    if (decimals === '5') point.push(`${say(n)} and a half`)
    if (decimals === '25') point.push(`${say(n)} and a quarter`)
    if (/^0+$/.test(decimals)) point.push(say(n))
    return point
  }
  const readings = [say(n)]
  if (n > 100) readings.push(withAnd(say(n)))
  if (/^1(00|0{3,})$/.test(whole) || (n > 100 && n < 200)) readings.push(withAnd(say(n)).replace(/^one/, 'a'))
  if (!grouped && whole.length >= 3 && whole.length <= 4) readings.push(...pairs(n))
  if (whole.length > 1) readings.push(...digits(whole))
  return readings
}

/** Ways to say English. */
export const englishWays: Ways = {
  known: new Map(
    Object.entries({
      ...Object.fromEntries(months.map((name) => [`${name.slice(0, 3)}.`, [name, name.slice(0, 3)]])),
      'sept.': ['september', 'sept'],
      'e.g.': ['for example', 'for instance', 'e g'],
      'i.e.': ['that is', 'i e'],
      'etc.': ['et cetera', 'and so on'],
      'vs.': ['versus', 'v s'],
      vs: ['versus', 'v s'],
      'approx.': ['approximately', 'about'],
      'no.': ['number', 'no'],
      '&': ['and'],
      'a.m.': ['a m', 'in the morning'],
      'p.m.': ['p m', 'in the evening', 'in the afternoon'],
      mph: ['miles per hour', 'miles an hour', 'm p h'],
      km: ['kilometers', 'kay em'],
      kg: ['kilograms', 'kilos'],
      ceo: ['chief executive officer', 'c e o'],
      ai: ['artificial intelligence', 'a i'],
    }),
  ),
  units: new Map(
    Object.entries({
      km: ['kilometers', 'k'],
      kg: ['kilograms', 'kilos'],
      mph: ['miles per hour', 'miles an hour'],
      am: ['a m', 'in the morning'],
      pm: ['p m', 'in the evening', 'in the afternoon'],
      m: ['meters', 'million'],
      cm: ['centimeters'],
      mm: ['millimeters'],
      ghz: ['gigahertz'],
      mhz: ['megahertz'],
      gb: ['gigabytes', 'gigs', 'g b'],
      mb: ['megabytes', 'megs', 'm b'],
      tb: ['terabytes', 't b'],
      k: ['k', 'thousand'],
      x: ['x', 'times'],
      s: ['seconds'],
      h: ['hours'],
      '°': ['degrees'],
      '°f': ['degrees', 'degrees fahrenheit'],
      '°c': ['degrees', 'degrees celsius', 'centigrade', 'degrees centigrade'],
    }),
  ),
  scales: new Map(Object.entries({ k: 'thousand', m: 'million', bn: 'billion', b: 'billion', tn: 'trillion' })),
  scaleWord: /^(hundred|thousand|million|billion|trillion)/i,
  number: String.raw`\d[\d,]*(?:\.\d+)?`,
  numbers,
  cents: (whole, name, cents) => {
    const [units, small] = [say(Number(whole)), say(Number(cents))]
    return [
      `${units} ${name} ${small} cents`,
      `${units} ${name} and ${small} cents`,
      `${units} ${name} ${small}`,
      `${units} ${small}`,
    ]
  },
  nameFirst: true,
  times,
  dates,
  dateOrders: ['month', 'day'],
  fractions: (over, under) => [
    ...(names.get(`${over}/${under}`) ?? [`${say(over)} ${ordinal(BigInt(under))}${over === 1 ? '' : 's'}`]),
    `${say(over)} over ${say(under)}`,
    `${say(over)} ${say(under)}`,
    `${say(over)} out of ${say(under)}`,
  ],
  ordinals: (n) => [ordinal(BigInt(n))!, `the ${ordinal(BigInt(n))}`, say(n)],
  ordinalMark: 'st|nd|rd|th',
  decade: (written) => numbers({ whole: written }, false).slice(0, 6).map(decade),
  percent: ['percent', ''],
  numberSign: ['number', 'hash', 'hashtag'],
  range: [
    (low, high) => `${low} to ${high}`,
    (low, high) => `${low} ${high}`,
    (low, high) => `between ${low} and ${high}`,
  ],
  digits,
}
