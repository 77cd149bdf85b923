import type { GrammarTools, Language, Near } from '../grammar/language.ts'
import { romanValue } from '../grammar/romanValue.ts'
import { begin, end, rule } from '../grammar/rule.ts'
import { germanCalendar, germanClock } from './calendar.ts'
import { cardinal, fraction, germanNumbers, ordinal, ordinalEnding, ordinalStem, year } from './numbers.ts'
import { germanCurrencies, germanPeriods, germanUnits } from './quantities.ts'
import { germanAbbreviations, germanCapitals } from './words.ts'

const datePreposition = /(?:^|[^\p{L}])(?:am|vom|zum|bis|ab|seit|den|der) $/iu
const yearPreposition =
  /(?:^|[^\p{L}])(?:im jahre?|jahre?|seit|von|bis|zwischen|und|anno|um|nach|vor|anfang|mitte|ende|sommer|winter) $/iu

/** What German says in words of its own: `2.3.`, `80er`, `50/50`, years. */
const own = ({ language }: GrammarTools) => ({
  idioms: [
    rule('date', `${begin}(?<day>\\d{1,2})\\.(?<month>\\d{1,2})(?<stop>\\.?)(?![\\d.,])`, (part, near) => {
      const [day, month] = [Number(part.day), Number(part.month)]
      if (day < 1 || day > 31 || month < 1 || month > 12) return undefined
      // Without its last full stop it may be a version or a chapter.
      const free = /(?:^|[^\p{L}\d] ?)$/u.test(near.before) && !/^ ?[\p{L}%€$°]/u.test(near.after)
      if (!part.stop && !datePreposition.test(near.before) && !free) return undefined
      return language.calendar!.say({ day, month, first: 'day', before: near.before })
    }),
    rule('cardinal', `${begin}(?<one>\\d\\d?)/(?<other>\\d\\d?)${end}(?!/)`, (part) =>
      Number(part.one) + Number(part.other) === 100
        ? `${cardinal(BigInt(part.one!))} ${cardinal(BigInt(part.other!))}`
        : part.one === '24' && part.other === '7'
          ? 'vier und zwanzig sieben'
          : undefined,
    ),
    rule(
      'date',
      `${begin}(?<year>\\d{4}|\\d0)er(?<ending>n|in|innen)?${end}`,
      (part) => `${year(Number(part.year))}er${part.ending}`,
    ),
    rule(
      'roman',
      `(?<=(?:^|[^\\p{L}])(?:[Dd](?:er|ie|as|em|en|es)|[Ii]m|[Aa]m|[Zz]um|[Vv]om) )(?<numeral>[IVXLC]+)\\.(?= \\p{L})`,
      (part, near) => {
        const value = romanValue(part.numeral!)
        return value === undefined ? undefined : `${ordinalStem(BigInt(value))}${ordinalEnding(near.before)}`
      },
    ),
  ],
  figures: [
    rule('date', `${begin}(?<year>1[1-9]\\d\\d)${end}(?![.,]\\d)`, (part, near) =>
      isCounted(near) ? undefined : year(Number(part.year)),
    ),
  ],
})

/** A noun behind the figures, which stands with a capital. */
const isCounted = ({ before, after }: Near): boolean => !yearPreposition.test(before) && /^ \p{Lu}/u.test(after)

const rulers =
  'Ludwig|Friedrich|Wilhelm|Karl|Heinrich|Otto|Konrad|Leopold|Maximilian|Ferdinand|Joseph|Rudolf|Franz|Papst \\p{L}+|Johannes|Paul|Pius|Benedikt|Leo|Elisabeth|Katharina|Georg|Eduard|Philipp|Napoleon|Peter|Alexander|Nikolaus|Charles|Richard|Ramses'

/** German; the parts of long number words stand apart (`vier und zwanzig`), so that each can be found in a recording. */
export const german: Language = {
  code: 'de',
  point: ',',
  signs: {
    minus: 'minus',
    plus: 'plus',
    times: 'mal',
    divided: 'geteilt durch',
    equals: 'gleich',
    unequal: 'ungleich',
    less: 'kleiner als',
    greater: 'größer als',
    atMost: 'kleiner oder gleich',
    atLeast: 'größer oder gleich',
    about: 'ungefähr',
    plusMinus: 'plus minus',
    percent: 'prozent',
    and: 'und',
    at: 'at',
    number: 'nummer',
    hash: 'raute',
    hashtag: 'hashtag',
    sharp: 'sharp',
    dot: 'punkt',
    slash: 'slash',
    dash: 'bindestrich',
    underscore: 'unterstrich',
    colon: 'doppelpunkt',
    question: 'fragezeichen',
    exclamation: 'ausrufezeichen',
    bar: 'senkrechter strich',
    tilde: 'tilde',
    degrees: 'grad',
    root: 'wurzel aus',
    infinity: 'unendlich',
    to: 'bis',
    ratio: 'zu',
    per: 'pro',
    extension: 'durchwahl',
  },
  numbers: germanNumbers,
  currencies: germanCurrencies,
  centJoin: '',
  ofMillions: (what) => what,
  units: germanUnits,
  periods: germanPeriods,
  squared: (unit, power) => {
    const word = power === 2 ? 'quadrat' : 'kubik'
    return { ...unit, one: `${word} ${unit.one}`, many: `${word} ${unit.many}` }
  },
  abbreviations: germanAbbreviations,
  capitals: germanCapitals,
  calendar: germanCalendar,
  clock: germanClock,
  agree: (digits, after) => {
    if (digits !== '1' || !/^ \p{Lu}/u.test(after)) return 'alone'
    return /^ \p{L}*(?:ung|heit|keit|schaft|ion|[^n]e)(?!\p{L})/u.test(after) ? 'feminine' : 'masculine'
  },
  ordinal: (n, _, before, after) => ordinal(n, before, after),
  ordinalEndings: '\\.',
  fraction,
  power: (exponent, negative) => {
    if (!negative && exponent === 2n) return 'quadrat'
    return `hoch ${negative ? 'minus ' : ''}${cardinal(exponent)}`
  },
  roman: {
    before: 'kapitel|teil|band|buch|akt|szene|weltkrieg|klasse|stufe|artikel|abschnitt|typ|phase',
    regnal: rulers,
    dotted: true,
    say: (n, ruler) => (ruler ? `der ${ordinalStem(n)}e` : cardinal(n)!),
  },
  own,
}
