import type { Calendar, Clock, Phrase, WrittenDate, WrittenTime } from '../grammar/language.ts'
import { cardinal, englishNumbers, ordinal } from './numbers.ts'

const months = 'january february march april may june july august september october november december'.split(' ')

/** A year's words; `05` alone is `oh five`. */
const sayYear = (year: string): string => {
  const n = Number(year)
  if (year.length === 2) return n < 10 ? `oh ${cardinal(BigInt(n))}` : cardinal(BigInt(n))!
  return englishNumbers.year(n)
}

/** `july twenty fifth twenty twelve`, or `the twenty fifth of july` where the day stands first. */
function sayDate({ day, month, year, first }: WrittenDate): Phrase {
  const name = months[month - 1]!
  const years: [string, string][] = year ? [[sayYear(year), 'year']] : []
  if (day === undefined) return [[name, 'month'], ...years]
  const nth = ordinal(BigInt(day))!
  return first === 'day'
    ? [[`the ${nth}`, 'day'], [`of ${name}`, 'month'], ...years]
    : [[name, 'month'], [nth, 'day'], ...years]
}

export const englishCalendar: Calendar = {
  months,
  shortMonths: new Map(
    Object.entries({
      jan: 1,
      feb: 2,
      mar: 3,
      apr: 4,
      jun: 6,
      jul: 7,
      aug: 8,
      sep: 9,
      sept: 9,
      oct: 10,
      nov: 11,
      dec: 12,
    }),
  ),
  dayFirst: false,
  dayEnding: '(?:st|nd|rd|th)',
  monthFirst: true,
  between: ' (?:of )?',
  beforeYear: ' (?:of )?',
  shortYearMarks: '/',
  say: sayDate,
}

const counted = (n: number, one: string): string => `${cardinal(BigInt(n))} ${one}${n === 1 ? '' : 's'}`

function sayClock({ hour, minute, second, half }: WrittenTime): string {
  if (second !== undefined)
    return `${counted(hour, 'hour')} ${counted(minute, 'minute')} and ${counted(second, 'second')}`
  const hours = cardinal(BigInt(hour))!
  if (minute > 0) return `${hours} ${minute < 10 ? 'oh ' : ''}${cardinal(BigInt(minute))}`
  if (half) return hours
  if (hour % 24 === 0) return 'midnight'
  return hour > 12 ? `${hours} hundred` : `${hours} o'clock`
}

export const englishClock: Clock = {
  word: '(?:hrs?|hours)',
  pointed: false,
  say: (time) => [sayClock(time), [...(time.half ?? '')].join(' ')],
}
