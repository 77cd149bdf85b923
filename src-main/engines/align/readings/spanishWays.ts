import type { Numeral } from '#shared/reading/grammar/language.ts'
import { sayDigits } from '#shared/reading/grammar/numerals.ts'
import { spanishCalendar } from '#shared/reading/spanish/calendar.ts'
import { cardinal, ordinal, spanishNumbers } from '#shared/reading/spanish/numbers.ts'
import type { Ways } from './ways.ts'

const { months } = spanishCalendar
const say = (n: number): string => cardinal(BigInt(n))!
const digits = (written: string): string => sayDigits(spanishNumbers.digits, written)

function numbers({ whole, decimals }: Numeral): string[] {
  if (whole.length > 12) return [digits(whole)]
  const n = Number(whole)
  if (decimals !== undefined) {
    const tail = decimals.startsWith('0') ? digits(decimals) : say(Number(decimals))
    const readings = [`${say(n)} coma ${tail}`, `${say(n)} con ${tail}`, `${say(n)} punto ${tail}`]
    return decimals === '5' ? [...readings, `${say(n)} y medio`, `${say(n)} y media`] : readings
  }
  const forms = (['alone', 'masculine', 'feminine'] as const).map((form) => cardinal(BigInt(n), form)!)
  const readings = [...new Set(forms)]
  if (n > 2000 && n < 2100) readings.push(`veinte ${say(n % 100)}`)
  if (whole.length > 1) readings.push(digits(whole))
  return readings
}

function times(hour: number, minute: number): string[] {
  const twelve = ((hour + 11) % 12) + 1
  const after = (hour % 12) + 1
  if (minute === 0) return [say(hour), `${say(hour)} en punto`, `${say(twelve)} en punto`]
  const readings = [`${say(hour)} ${say(minute)}`, `${say(twelve)} ${say(minute)}`]
  if (minute === 30) readings.push(`${say(twelve)} y media`)
  if (minute === 15) readings.push(`${say(twelve)} y cuarto`)
  if (minute === 45) readings.push(`${say(after)} menos cuarto`)
  if (minute < 30) readings.push(`${say(twelve)} y ${say(minute)}`)
  return readings
}

/** Ways to say Spanish. */
export const spanishWays: Ways = {
  known: new Map(
    Object.entries({
      kg: ['kilos', 'kilogramos'],
      km: ['kilómetros'],
    }),
  ),
  units: new Map(
    Object.entries({
      km: ['kilómetros'],
      kg: ['kilos', 'kilogramos'],
      m: ['metros'],
      cm: ['centímetros'],
      h: ['horas'],
      x: ['por'],
      '°': ['grados'],
      '°c': ['grados', 'grados centígrados'],
    }),
  ),
  scales: new Map(),
  scaleWord: /^(mil|mill[oó]n|bill[oó]n)/i,
  number: String.raw`\d+(?:\.\d{3})*(?:,\d+)?`,
  numbers,
  cents: (whole, name, cents) => [`${say(Number(whole))} ${name} con ${say(Number(cents))}`],
  nameFirst: false,
  times,
  dates: (day, month, year) => [
    `${say(day)} de ${months[month - 1] ?? ''} ${year ? `de ${say(Number(year))}` : ''}`,
    `${say(day)} del ${say(month)} ${year ? `del ${say(Number(year))}` : ''}`,
  ],
  dateOrders: ['day'],
  fractions: (over, under) => [`${say(over)} sobre ${say(under)}`, `${say(over)} de ${say(under)}`],
  ordinals: (n) => (['o', 'a', 'er'] as const).flatMap((ending) => ordinal(BigInt(n), ending) ?? []).concat(say(n)),
  ordinalMark: '\\.?[ºª°]|er|ro|ra|do|da|to|ta',
  percent: ['por ciento', ''],
  numberSign: ['número', 'hashtag'],
  range: [(low, high) => `${low} a ${high}`, (low, high) => `${low} ${high}`],
  digits: (written) => [digits(written)],
}
