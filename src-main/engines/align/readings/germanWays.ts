import { germanCalendar } from '#shared/reading/german/calendar.ts'
import { cardinal, germanNumbers, ordinalStem, year as sayYear } from '#shared/reading/german/numbers.ts'
import type { Numeral } from '#shared/reading/grammar/language.ts'
import type { Ways } from './ways.ts'

const { months } = germanCalendar
const say = (n: number): string => cardinal(BigInt(n))!
const before = (n: number): string => cardinal(BigInt(n), 'masculine')!
const digits = (written: string): string => germanNumbers.decimals(written, 'alone')

function numbers({ whole, decimals }: Numeral, grouped: boolean): string[] {
  if (whole.length > 12) return [digits(whole)]
  const n = Number(whole)
  if (decimals !== undefined) {
    const point = `${say(n)} komma ${digits(decimals)}`
    return decimals === '5' ? [point, `${before(n)} einhalb`] : [point]
  }
  const readings = [say(n)]
  if (n >= 1100 && n < 2000 && !grouped) readings.unshift(sayYear(n))
  if (n > 2000 && n < 2100) readings.push(`zwanzig ${say(n % 100)}`)
  if ((n >= 100 && n < 200) || (n >= 1000 && n < 2000)) readings.push(say(n).replace(/^ein /, ''))
  if (whole.length > 1) readings.push(digits(whole))
  return readings
}

function times(hour: number, minute: number, next: string): string[] {
  const clock = /^uhr/i.test(next) ? '' : ' uhr'
  const twelve = ((hour + 11) % 12) + 1
  const after = (hour % 12) + 1
  if (minute === 0) return [`${before(hour)}${clock}`, `${say(hour)} null null`]
  const readings = [`${before(hour)} uhr ${say(minute)}`, `${say(hour)} ${say(minute)}`]
  if (minute === 30) readings.push(`halb ${say(after)}`)
  if (minute === 15) readings.push(`viertel nach ${say(twelve)}`, `viertel ${say(after)}`)
  if (minute === 45) readings.push(`viertel vor ${say(after)}`, `dreiviertel ${say(after)}`)
  return readings
}

function dates(day: number, month: number, year: string): string[] {
  const [stem, nth] = [ordinalStem(BigInt(day)), ordinalStem(BigInt(month))]
  const names = [months[month - 1] ?? '', `${nth}er`, `${nth}en`]
  const years = year ? numbers({ whole: year }, false).slice(0, 2) : ['']
  return years.flatMap((y) => names.flatMap((name) => [`${stem}er ${name} ${y}`, `${stem}en ${name} ${y}`]))
}

/** Ways to say German. */
export const germanWays: Ways = {
  known: new Map(
    Object.entries({
      'ca.': ['zirka', 'ungefähr'],
      kg: ['kilo', 'kilogramm'],
      km: ['kilometer', 'ka em'],
      'km/h': ['stundenkilometer', 'kilometer pro stunde', 'ka em ha'],
    }),
  ),
  units: new Map(
    Object.entries({
      km: ['kilometer'],
      kg: ['kilo', 'kilogramm'],
      m: ['meter'],
      cm: ['zentimeter'],
      gb: ['gigabyte'],
      x: ['mal'],
      '°': ['grad'],
      '°c': ['grad', 'grad celsius'],
    }),
  ),
  scales: new Map(),
  scaleWord: /^(tausend|million|milliarde|mio|mrd)/i,
  number: String.raw`\d+(?:\.\d{3})*(?:,\d+)?`,
  numbers,
  cents: (whole, name, cents) => [`${before(Number(whole))} ${name} ${say(Number(cents))}`],
  nameFirst: false,
  times,
  dates,
  dateOrders: ['day'],
  fractions: (over, under) => [`${before(over)} ${ordinalStem(BigInt(under))}el`, `${say(over)} durch ${say(under)}`],
  ordinals: (n, next) => {
    const stem = ordinalStem(BigInt(n))
    const ordinals = [`${stem}er`, `${stem}en`, `${stem}e`]
    return months.some((name) => next.toLowerCase().startsWith(name)) ? ordinals : [say(n), ...ordinals]
  },
  ordinalMark: '\\.',
  percent: ['prozent', ''],
  numberSign: ['nummer', 'hashtag'],
  range: [(low, high) => `${low} bis ${high}`, (low, high) => `${low} ${high}`],
  digits: (written) => [digits(written)],
}
