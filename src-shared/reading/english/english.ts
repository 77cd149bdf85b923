import type { Language } from '../grammar/language.ts'
import { englishAbbreviations } from './abbreviations.ts'
import { englishCalendar, englishClock } from './calendar.ts'
import { englishCapitals } from './capitals.ts'
import { englishOwn } from './idioms.ts'
import { cardinal, englishNumbers, fraction, ordinal, writtenOrdinal } from './numbers.ts'
import { englishCurrencies, englishPeriods, englishUnits } from './quantities.ts'

/** Words that a Roman numeral stands behind, and names of rulers, whose numeral is an ordinal. */
const numbered =
  'chapter|part|volume|vol\\.|book|act|scene|war|phase|type|class|level|stage|section|title|article|appendix|bowl|world war|mark|season|episode|figure|table'
const rulers =
  'Henry|Louis|Charles|Elizabeth|George|Edward|William|James|Richard|John|Paul|Pius|Benedict|Gregory|Leo|Innocent|Clement|Francis|Frederick|Philip|Napoleon|Nicholas|Catherine|Alexander|Ferdinand|Peter|Ivan|Mary|Otto|Rudolf|Wilhelm|Ludwig|Felipe|Carlos|Alfonso|Ramses|Ramesses|Thutmose|Ptolemy|Cleopatra|Mehmed|Selim|Suleiman|Murad|Umberto|Leopold|Albert|Christian|Gustav|Haakon|Harald|Juan|Sixtus|Urban|Boniface|Julius|Haile Selassie|Rama|Tutankhamun|Xerxes|Darius|Margaret|Margrethe|Queen Anne'

/** English as it is read in America; digits, signs and sizes of other places are understood. */
export const english: Language = {
  code: 'en',
  point: '.',
  signs: {
    minus: 'minus',
    plus: 'plus',
    times: 'times',
    divided: 'divided by',
    equals: 'equals',
    unequal: 'is not equal to',
    less: 'is less than',
    greater: 'is greater than',
    atMost: 'is less than or equal to',
    atLeast: 'is greater than or equal to',
    about: 'about',
    plusMinus: 'plus or minus',
    percent: 'percent',
    and: 'and',
    at: 'at',
    number: 'number',
    hash: 'hash',
    hashtag: 'hashtag',
    sharp: 'sharp',
    dot: 'dot',
    slash: 'slash',
    dash: 'dash',
    underscore: 'underscore',
    colon: 'colon',
    question: 'question mark',
    exclamation: 'exclamation mark',
    bar: 'bar',
    tilde: 'tilde',
    degrees: 'degrees',
    root: 'the square root of',
    infinity: 'infinity',
    to: 'to',
    ratio: 'to',
    per: 'per',
    extension: 'extension',
  },
  numbers: englishNumbers,
  currencies: englishCurrencies,
  centJoin: '',
  ofMillions: (what) => what,
  units: englishUnits,
  periods: englishPeriods,
  squared: ({ one, many }, power) => {
    const word = power === 2 ? 'square' : 'cubic'
    return { one: `${word} ${one}`, many: `${word} ${many}` }
  },
  abbreviations: englishAbbreviations,
  capitals: englishCapitals,
  calendar: englishCalendar,
  clock: englishClock,
  ordinal: writtenOrdinal,
  ordinalEndings: 'st|nd|rd|th',
  fraction: (over, under, whole, unit) => {
    const said = fraction(over, under, whole)
    if (said === undefined || !unit) return said
    return whole === undefined ? `${said} ${unit.one}` : `${said} ${unit.many}`
  },
  power: (exponent, negative) => {
    if (negative) return `to the minus ${cardinal(exponent)}`
    return exponent === 2n ? 'squared' : exponent === 3n ? 'cubed' : `to the ${ordinal(exponent) ?? 'power'}`
  },
  roman: {
    before: numbered,
    regnal: rulers,
    say: (n, ruler) => (ruler ? `the ${ordinal(n)}` : cardinal(n)!),
  },
  own: englishOwn,
}
