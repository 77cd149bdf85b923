import type { Calendar, Clock, Phrase, WrittenDate, WrittenTime } from '../grammar/language.ts'
import { cardinal, ordinalEnding, ordinalStem, year } from './numbers.ts'

const months = 'januar februar märz april mai juni juli august september oktober november dezember'.split(' ')

/** `vier und zwanzigster juli zwei tausend dreizehn`; the ending follows what stands before. */
function sayDate({ day, month, year: written, before }: WrittenDate): Phrase {
  const years: [string, string][] = written ? [[year(Number(written)), 'year']] : []
  const days: [string, string][] =
    day === undefined ? [] : [[`${ordinalStem(BigInt(day))}${ordinalEnding(before)}`, 'day']]
  return [...days, [months[month - 1]!, 'month'], ...years]
}

export const germanCalendar: Calendar = {
  months,
  shortMonths: new Map(
    Object.entries({
      jan: 1,
      jän: 1,
      jänner: 1,
      feb: 2,
      mär: 3,
      mrz: 3,
      apr: 4,
      jun: 6,
      jul: 7,
      aug: 8,
      sep: 9,
      sept: 9,
      okt: 10,
      nov: 11,
      dez: 12,
    }),
  ),
  dayFirst: true,
  monthFirst: false,
  dayEnding: '\\.',
  between: ' ',
  beforeYear: ' ',
  shortYearMarks: '\\.',
  say: sayDate,
}

const counted = (n: number, one: string): string => `${cardinal(BigInt(n), 'feminine')} ${one}${n === 1 ? '' : 'n'}`

function sayTime({ hour, minute, second }: WrittenTime): string {
  const hours = `${cardinal(BigInt(hour), 'masculine')} uhr`
  if (second) return `${hours} ${counted(minute, 'minute')} ${counted(second, 'sekunde')}`
  return minute > 0 ? `${hours} ${cardinal(BigInt(minute))}` : hours
}

export const germanClock: Clock = {
  word: '(?:Uhr)',
  pointed: false,
  say: (time) => [sayTime(time), [...(time.half ?? '')].join(' ')],
}
