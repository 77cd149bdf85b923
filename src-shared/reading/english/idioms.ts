import type { GrammarTools, Near, Rule } from '../grammar/language.ts'
import { sayDigits } from '../grammar/numerals.ts'
import { romanValue } from '../grammar/romanValue.ts'
import { begin, end, rule } from '../grammar/rule.ts'
import { addressRules } from './addresses.ts'
import { englishCalendar } from './calendar.ts'
import { cardinal, englishNumbers, ordinal, paired } from './numbers.ts'

const say = (digits: string): string => cardinal(BigInt(digits))!
/** `nineteen eighties`, `two thousands`. */
const plural = (words: string): string => (words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`)

/** A day stands behind these. */
const datePreposition =
  /(?:^|[^\p{L}])(?:on|by|until|till|since|before|after|due|dated|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?) $/iu
/** A year stands behind these, whatever follows. */
const yearPreposition =
  /(?:^|[^\p{L}])(?:in|since|by|until|till|from|to|and|of|year|early|late|mid|before|after|during|around|circa|summer|winter|spring|autumn|fall) $/iu
const plurals = '\\p{Ll}{3,}s|people|men|women|children|feet|mice|sheep|fish'
const counted = new RegExp(`^ (?:\\p{Ll}+ )?(?:${plurals})\\b`, 'u')
const notPlural = /^ (?:is|was|has|as|its|this|thus|us|always|perhaps|'s)\b/

/** Days and months that are written short on both sides of a dash: `Mon–Fri`. */
const spans = new Map([
  ...['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].map((day, i): [string, string] => [
    day,
    `${['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'][i]}day`,
  ]),
  ...englishCalendar.months.map((month): [string, string] => [month[0]!.toUpperCase() + month.slice(1, 3), month]),
])
const shortNames = [...spans.keys()].join('|')

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
/** Whether a quote was opened and not yet closed. */
const insideQuotes = (before: string): boolean => count(before, /(?<=^|[\s(])"/g) > count(before, /(?<=[^\s\d(])"/g)

/** What English says in words of its own: `24/7`, `1980s`, `5'11"`, `2Q22`, `340 BC`. */
function idiomRules({ number, parse, say: sayNumber }: GrammarTools): Rule[] {
  return [
    // `1/2 a cup`; a whole number before it takes its half along.
    rule('fraction', `(?<!\\d ?)(?:${begin}1/2${end}|½)(?= an? )`, () => 'half'),
    rule('cardinal', `${begin}24/7(?:/365)?${end}`, () => 'twenty four seven'),
    rule(
      'verbatim',
      `${begin}(?<one>s?he|his|hers?|him)/(?<other>s?he|hers?|his|him)${end}`,
      (part) => `${part.one} or ${part.other}`.toLowerCase(),
      'i',
    ),
    rule(
      'telephone',
      `(?<=(?:call|dial|phone|ring|text) )(?<number>[1-9]\\d\\d)${end}`,
      (part) => sayDigits(englishNumbers.digits, part.number!),
      'i',
    ),
    rule(
      'date',
      `${begin}(?<year>(?:19|20)\\d\\d)/(?<other>\\d\\d)${end}(?!/)`,
      (part) => `${englishNumbers.year(Number(part.year))} ${part.other! < '10' ? 'oh ' : ''}${say(part.other!)}`,
    ),
    rule('date', `${begin}(?<from>${shortNames})(?<dash>[-–])(?<to>${shortNames})${end}`, (part) => [
      [spans.get(part.from!)!, 'from'],
      [`to ${spans.get(part.to!)}`, 'to'],
    ]),
    rule('roman', `${begin}(?<numeral>[IVX]+)${end}(?= centur)`, (part) => {
      const value = romanValue(part.numeral!)
      return value === undefined ? undefined : ordinal(BigInt(value))
    }),
    rule('date', `${begin}A\\.?D\\.?${end}(?= ?\\d)`, () => 'a d'),
    rule('date', `${begin}9/11${end}(?!/)`, () => 'nine eleven'),
    rule('date', `${begin}(?<month>1[0-2]|0?[1-9])/(?<day>[12]\\d|3[01]|0?[1-9])${end}(?!/)`, (part, near) => {
      const fraction =
        /^ ?(?:of|inch(?:es)?|cups?|miles?|in\.?)\b|^"/.test(near.after) || Number(part.day) < 13 || part.day === '16'
      if (/^ of\b/.test(near.after) || (fraction && !datePreposition.test(near.before))) return undefined
      return englishCalendar.say({ month: Number(part.month), day: Number(part.day), first: 'month', before: '' })
    }),
    rule('cardinal', `${begin}(?<one>\\d+)/(?<other>\\d+)${end}(?!/)`, (part) => {
      const [one, other] = [Number(part.one), Number(part.other)]
      if (one + other === 100) return `${say(part.one!)} ${say(part.other!)}`
      return one === other && one > 2 ? `${say(part.one!)} out of ${say(part.other!)}` : undefined
    }),
    rule('date', `${begin}(?<year>[1-9]\\d\\d0) ?'?s${end}`, (part) => plural(englishNumbers.year(Number(part.year)))),
    rule('date', `(?:'|${begin})(?<tens>[1-9]0)'?s${end}`, (part) => plural(say(part.tens!))),
    rule('date', `'(?<year>\\d\\d)${end}(?!")`, (part) =>
      part.year! < '10' ? `oh ${say(part.year!)}` : say(part.year!),
    ),
    rule(
      'date',
      `${begin}(?<year>\\d{1,4})(?: ?(?<era>AD|[aA]\\.[dD]\\.?|BC|bc|[bB]\\.[cC]\\.?|BCE|[bB]\\.[cC]\\.[eE]\\.?|CE|C\\.E\\.))${end}`,
      (part) => [
        [paired(Number(part.year)), 'year'],
        [[...part.era!.toLowerCase().replaceAll('.', '')].join(' '), 'era'],
      ],
    ),
    rule(
      'date',
      `${begin}(?<quarter>[1-4])Q(?<year>\\d\\d|\\d{4})${end}`,
      (part) =>
        `the ${ordinal(BigInt(part.quarter!))} quarter of ${part.year!.length === 2 ? say(part.year!) : englishNumbers.year(Number(part.year))}`,
    ),
    rule('measure', `${begin}(?<amount>${number}) (?<unit>s)${end}`, (part) => [
      [sayNumber(parse(part.amount!)), 'amount'],
      [part.amount === '1' ? 'second' : 'seconds', 'unit'],
    ]),
    rule(
      'measure',
      `${begin}(?<feet>\\d{1,2})'(?<inches>\\d{1,2}(?:\\.\\d+)?)(?:"|'')?${end}`,
      (part) => `${say(part.feet!)} foot ${sayNumber(parse(part.inches!))}`,
    ),
    rule(
      'measure',
      `${begin}(?<feet>\\d{1,2}) ?(?:ft|feet)\\.? ?(?<inches>\\d{1,2}(?:\\.\\d+)?)(?:in${end}| in(?= (?:tall|long|wide|high|deep)|[.,;!?]|$))`,
      (part) => `${say(part.feet!)} feet ${sayNumber(parse(part.inches!))} inches`,
    ),
    rule(
      'abbreviation',
      `${begin}WW ?(?<war>II?|[12])${end}`,
      (part) => `world war ${/^I?$|1/.test(part.war!) ? 'one' : 'two'}`,
    ),
    rule('verbatim', '(?<=(?:^|\\s)I )<3(?=$|[\\s.,!?])', () => 'love'),
    rule('measure', `${begin}(?<inches>${number})"`, (part, near) =>
      insideQuotes(near.before)
        ? undefined
        : `${sayNumber(parse(part.inches!))} ${part.inches === '1' ? 'inch' : 'inches'}`,
    ),
    rule('cardinal', `${begin}(?<amount>${number})m${end}`, (part, near) =>
      /^ (?:\p{Ll}+ )?(?:views|people|followers|subs|subscribers|users|likes|plays|downloads|streams|copies|fans|dollars|customers|members|players)\b/u.test(
        near.after,
      )
        ? `${sayNumber(parse(part.amount!))} million`
        : undefined,
    ),
  ]
}

/** Four digits alone: a year, or hundreds; a cardinal where something is counted. */
function figureRules({ language }: GrammarTools): Rule[] {
  const unit = [...language.units.keys()].filter((key) => /^\p{L}+$/u.test(key)).join('|')
  const counts = new RegExp(`^ ?[-–] ?[\\d.,]+ ?(?:${unit})(?!\\p{L})`, 'u')
  const isCounted = (near: Near): boolean =>
    counts.test(near.after) ||
    (!yearPreposition.test(near.before) &&
      counted.test(near.after) &&
      !notPlural.test(near.after) &&
      !/^ \p{Ll}+(?:ed|ing|ly) /u.test(near.after))
  return [
    rule('date', `${begin}(?<year>1[1-9]\\d\\d|20\\d\\d)${end}(?![.,]\\d)`, (part, near) => {
      if (/[-–+]$/.test(near.before) && !/\d ?[-–]$/.test(near.before)) return undefined
      if (isCounted(near)) return undefined
      return englishNumbers.year(Number(part.year))
    }),
    rule('cardinal', `${begin}(?<thousands>[1-9]),?(?<hundreds>[1-9])00${end}(?![.,]\\d)`, (part) =>
      paired(Number(`${part.thousands}${part.hundreds}00`)),
    ),
    rule('cardinal', `${begin}0(?<digit>\\d)${end}(?![.,]\\d)`, (part) => `oh ${say(part.digit!)}`),
  ]
}

export const englishOwn = (tools: GrammarTools) => ({
  idioms: [...idiomRules(tools), ...addressRules(tools)],
  figures: figureRules(tools),
})
