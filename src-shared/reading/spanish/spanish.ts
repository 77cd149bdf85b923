import type { GrammarTools, Language, NumberForm } from '../grammar/language.ts'
import { alternation, sayDigits } from '../grammar/numerals.ts'
import { romanValue } from '../grammar/romanValue.ts'
import { begin, end, rule } from '../grammar/rule.ts'
import { spanishCalendar, spanishClock } from './calendar.ts'
import { cardinal, fraction, ordinal, spanishNumbers } from './numbers.ts'
import { spanishCurrencies, spanishPeriods, spanishUnits } from './quantities.ts'
import { spanishAbbreviations, spanishCapitals } from './words.ts'

/** Regnal and other small numerals are ordinals up to ten: `Felipe segundo`, `Alfonso trece`. */
const sayRuler = (n: bigint): string => (n <= 10n ? ordinal(n, 'o')! : cardinal(n)!)

/** What Spanish says in words of its own: hours with minutes and seconds, `XI apóstol`, `24/7`. */
const own = ({ parse, say }: GrammarTools) => ({
  idioms: [
    rule('time', `${begin}(?<hours>\\d+) ?h (?<minutes>\\d+) ?min (?<seconds>\\d+) ?(?:s|seg)${end}\\.?`, (part) => {
      const counted = (digits: string, one: string, feminine: boolean): string =>
        `${say(parse(digits), feminine ? 'feminine' : 'masculine')} ${one}${digits === '1' ? '' : 's'}`
      return [
        [counted(part.hours!, 'hora', true), 'hours'],
        [counted(part.minutes!, 'minuto', false), 'minutes'],
        [`y ${counted(part.seconds!, 'segundo', false)}`, 'seconds'],
      ]
    }),
    // Nine figures in threes, or in twos, with nothing counted behind.
    rule(
      'telephone',
      `${begin}(?<number>[6-9]\\d\\d(?: \\d{3}){2}|[6-9]\\d\\d(?: \\d\\d){3})${end}(?! ?[\\p{L}€$£%])`,
      (part) => sayDigits(spanishNumbers.digits, part.number!),
    ),
    rule('cardinal', `${begin}24/7${end}`, () => 'veinticuatro siete'),
    rule(
      'roman',
      `(?<=(?:^|[^\\p{L}])(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Dd]el|[Aa]l) )(?<numeral>[IVXLC]+)${end}(?= \\p{Ll})`,
      (part, near) => {
        const value = romanValue(part.numeral!)
        const feminine = /la(?:s)? $/i.test(near.before)
        return value === undefined ? undefined : ordinal(BigInt(value), feminine ? 'a' : 'o')
      },
    ),
  ],
  figures: [],
})

const rulers =
  'Felipe|Carlos|Alfonso|Fernando|Isabel|Juan Carlos|Juan Pablo|Juan|Pedro|Enrique|Luis|Benedicto|Pío|León|Pablo|Jaime|Sancho|Ramiro|Napoleón|Guillermo|Jorge|Eduardo|Ricardo|Nicolás|Catalina|Alejandro|Ramsés'
const feminineEndings = new Set(['ª', 'a', 'ra', 'da', 'ta', 'ma', 'va', 'na'])

const noNoun =
  /^ (?:a|al|antes|como|con|contra|cuando|de|del|desde|después|durante|e|el|en|entre|es|está|fue|han?|hasta|hay|la|las|los|menos|más|mil|millones|millón|ni|no|o|para|pero|por|que|se|ser|si|sin|sobre|son|su|también|tras|u|un|una|y|ya)(?!\p{L})/iu
const masculineEndingInA = /^ (?:días?|mapas?|planetas?|\p{L}*(?:emas?|gramas?|omas?))(?!\p{L})/iu
const feminineNoun =
  /^ (?:veces|vez|mujeres|noches?|tardes?|partes?|calles?|llaves?|clases?|flores|manos?|fotos?|\p{L}*(?:as?|ci[oó]n(?:es)?|si[oó]n(?:es)?|dad(?:es)?))(?!\p{L})/iu

/** The gender of the noun behind a number, by its ending. */
function genderOf(after: string): NumberForm {
  if (!/^ \p{Ll}/u.test(after) || noNoun.test(after)) return 'alone'
  return feminineNoun.test(after) && !masculineEndingInA.test(after) ? 'feminine' : 'masculine'
}

/** Spanish as it is read in Spain; the decimal point of America is understood. */
export const spanish: Language = {
  code: 'es',
  point: ',',
  signs: {
    minus: 'menos',
    plus: 'más',
    times: 'por',
    divided: 'dividido entre',
    equals: 'es igual a',
    unequal: 'no es igual a',
    less: 'es menor que',
    greater: 'es mayor que',
    atMost: 'es menor o igual que',
    atLeast: 'es mayor o igual que',
    about: 'aproximadamente',
    plusMinus: 'más menos',
    percent: 'por ciento',
    and: 'y',
    at: 'arroba',
    number: 'número',
    hash: 'almohadilla',
    hashtag: 'hashtag',
    sharp: 'sostenido',
    dot: 'punto',
    slash: 'barra',
    dash: 'guion',
    underscore: 'guion bajo',
    colon: 'dos puntos',
    question: 'signo de interrogación',
    exclamation: 'signo de exclamación',
    bar: 'barra vertical',
    tilde: 'virgulilla',
    degrees: 'grados',
    root: 'raíz cuadrada de',
    infinity: 'infinito',
    to: 'a',
    ratio: 'a',
    per: 'por',
    extension: 'extensión',
  },
  numbers: spanishNumbers,
  currencies: spanishCurrencies,
  centJoin: '',
  ofMillions: (what) => `de ${what}`,
  units: spanishUnits,
  periods: spanishPeriods,
  squared: (unit, power) => {
    const ending = unit.feminine ? 'a' : 'o'
    const word = power === 2 ? `cuadrad${ending}` : `cúbic${ending}`
    return { ...unit, one: `${unit.one} ${word}`, many: `${unit.many} ${word}s` }
  },
  abbreviations: spanishAbbreviations,
  capitals: spanishCapitals,
  calendar: spanishCalendar,
  clock: spanishClock,
  agree: (_, after) => genderOf(after),
  ordinal: (n, ending) => {
    const letters = ending.replaceAll('.', '')
    return ordinal(n, feminineEndings.has(letters) ? 'a' : letters === 'er' ? 'er' : 'o')
  },
  ordinalEndings: `\\.?(?:${alternation(['º', 'ª', 'er', 'ro', 'ra', 'do', 'da', 'to', 'ta', 'mo', 'ma', 'vo', 'va', 'no', 'na'])})`,
  fraction,
  power: (exponent, negative) => {
    if (!negative && exponent === 2n) return 'al cuadrado'
    if (!negative && exponent === 3n) return 'al cubo'
    return `elevado a ${negative ? 'menos ' : ''}${cardinal(exponent)}`
  },
  roman: {
    before: 'siglo|siglos|capítulo|tomo|volumen|parte|acto|libro|año|título|artículo|guerra mundial|fase|tipo',
    regnal: rulers,
    say: (n, ruler) => (ruler ? sayRuler(n) : cardinal(n)!),
  },
  own,
}
