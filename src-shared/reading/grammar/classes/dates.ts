import type { Calendar, GrammarTools, Phrase, Rule, WrittenDate } from '../language.ts'
import { alternation } from '../numerals.ts'
import { begin, end, rule } from '../rule.ts'

/** Dates with the month's name, in figures, and months with a year. */
export function dateRules({ language }: GrammarTools): Rule[] {
  const { calendar } = language
  if (!calendar) return []
  const { dayEnding, between, beforeYear, shortYearMarks, dayFirst, monthFirst } = calendar
  const numbers = new Map([
    ...calendar.months.map((name, i) => [name.toLowerCase(), i + 1] as const),
    ...calendar.shortMonths,
  ])
  const month = `(?<month>${alternation([...numbers.keys()])})${end}\\.?`
  const monthOf = (written: string): number => numbers.get(written.toLowerCase()) ?? Number(written)
  // `May 5:` and `May 5 %` are something else.
  const noMore = `${end}(?! ?(?:[%:]|[.,]\\d))`
  const year = `(?:,?${beforeYear}(?<year>\\d{4})${end}(?![.,]\\d))?`

  const named =
    (first: WrittenDate['first']): Rule['read'] =>
    (part, near) =>
      sayDate(calendar, {
        ...dayOf(part.day),
        month: monthOf(part.month!),
        ...yearOf(part.year),
        join: part.join ?? '',
        first,
        before: near.before,
      })

  const figures =
    (order: 'day' | 'month' | 'year'): Rule['read'] =>
    (part, near) => {
      const [day, month] = [Number(part.day), Number(part.month)]
      const swapped = order !== 'year' && month > 12
      const first = order === 'year' ? 'month' : swapped ? other[order] : order
      const names = swapped ? { day: month, month: day } : { day, month }
      return sayDate(calendar, { ...names, ...yearOf(part.year), first, before: near.before })
    }

  const one = dayFirst ? 'day' : 'month'
  const day = '(?<day>\\d{1,2})'
  const numeric = (mark: string, years: string, first: 'day' | 'month' = one, second = other[first]) =>
    `${begin}(?<${first}>\\d{1,2})${mark}(?<${second}>\\d{1,2})${mark}(?<year>${years})${end}(?![.,/-]\\d)`

  return [
    rule('date', `${begin}${day}(?: ?${dayEnding})?(?:${between}| ?-)${month}${year}`, named('day'), 'i'),
    ...(monthFirst
      ? [
          rule(
            'date',
            `${begin}${month}[ -]?(?<= |-|\\.)${day}(?:${dayEnding})?${noMore}(?:(?:,?${beforeYear}|-)(?<year>\\d{4})${end}(?![.,]\\d))?`,
            named('month'),
            'i',
          ),
        ]
      : []),
    rule('date', `${begin}${month}${beforeYear}(?<year>[12]\\d{3})${end}`, named('month'), 'i'),
    rule(
      'date',
      `${begin}(?<year>[12]\\d{3})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?:${end}(?![.,/-]\\d)|T(?=\\d\\d:))`,
      figures('year'),
    ),
    rule('date', numeric('[/-]', '[12]\\d{3}'), figures(one)),
    // With full stops the day stands first everywhere.
    rule('date', numeric('\\.', '[12]\\d{3}', 'day', 'month'), figures('day')),
    rule('date', numeric(shortYearMarks, '\\d\\d'), figures(one)),
  ]
}

const other = { day: 'month', month: 'day' } as const
const dayOf = (day: string | undefined) => (day ? { day: Number(day) } : {})
const yearOf = (year: string | undefined) => (year ? { year } : {})

function sayDate(calendar: Calendar, date: WrittenDate): Phrase | undefined {
  const { day = 1, month } = date
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? calendar.say(date) : undefined
}
