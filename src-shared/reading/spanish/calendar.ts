import type { Calendar, Clock, Phrase, WrittenDate, WrittenTime } from '../grammar/language.ts'
import { cardinal } from './numbers.ts'

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** `treinta de julio del dos mil veinte`; the first of a month is `primero`. */
function sayDate({ day, month, year, join }: WrittenDate): Phrase {
  const years: [string, string][] = year ? [[`${join || 'de'} ${cardinal(BigInt(year))}`, 'year']] : []
  if (day === undefined) return [[months[month - 1]!, 'month'], ...years]
  return [[day === 1 ? 'primero' : cardinal(BigInt(day))!, 'day'], [`de ${months[month - 1]}`, 'month'], ...years]
}

export const spanishCalendar: Calendar = {
  months,
  shortMonths: new Map(
    Object.entries({
      ene: 1,
      feb: 2,
      mar: 3,
      abr: 4,
      may: 5,
      jun: 6,
      jul: 7,
      ago: 8,
      sep: 9,
      sept: 9,
      set: 9,
      setiembre: 9,
      oct: 10,
      nov: 11,
      dic: 12,
    }),
  ),
  dayFirst: true,
  monthFirst: true,
  dayEnding: '(?:º|°|er|ro)',
  between: ' (?:de )?',
  beforeYear: ' (?:(?<join>del?) )?',
  shortYearMarks: '/',
  say: sayDate,
}

const counted = (n: number, one: string): string => `${cardinal(BigInt(n), 'masculine')} ${one}${n === 1 ? '' : 's'}`

function sayTime({ hour, minute, second, marked }: WrittenTime): string {
  const hours = cardinal(BigInt(hour), 'feminine')!
  if (second)
    return `${hours} ${hour === 1 ? 'hora' : 'horas'} ${counted(minute, 'minuto')} y ${counted(second, 'segundo')}`
  if (minute === 0) return marked ? `${hours} ${hour === 1 ? 'hora' : 'horas'}` : hours
  return `${hours} y ${minute === 15 ? 'cuarto' : minute === 30 ? 'media' : cardinal(BigInt(minute))}`
}

/** `de la mañana`, `de la tarde`, `de la noche`. */
function sayHalf({ hour, half }: WrittenTime): string {
  if (!half) return ''
  if (half === 'am') return hour === 12 ? 'de la noche' : 'de la mañana'
  return hour < 12 && hour >= 8 ? 'de la noche' : 'de la tarde'
}

export const spanishClock: Clock = {
  word: '(?:h(?:oras|rs)?)',
  pointed: true,
  say: (time) => [sayTime(time), sayHalf(time)],
}
