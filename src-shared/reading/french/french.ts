import type { Currency, Language, Noun, Phrase } from '../grammar/language.ts'
import { latinSigns } from '../grammar/latinSigns.ts'
import { fraction, frenchNumbers, ordinal } from './numbers.ts'

const s = (name: string): Noun => ({ one: name, many: `${name}s` })
const f = (name: string): Noun => ({ ...s(name), feminine: true })
const same = (name: string): Noun => ({ one: name, many: name })
const centime = s('centime')
const euro: Currency = { ...s('euro'), cent: centime }
const dollar: Currency = { ...s('dollar'), cent: s('cent') }
const pound: Currency = { ...f('livre'), cent: { one: 'penny', many: 'pence' } }
const franc: Currency = { ...s('franc'), cent: centime }
const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/** French: numbers, money, the commonest units and dates. */
export const french: Language = {
  code: 'fr',
  point: ',',
  signs: {
    ...latinSigns,
    minus: 'moins',
    times: 'fois',
    divided: 'divisé par',
    equals: 'égale',
    unequal: "n'est pas égal à",
    less: 'est inférieur à',
    greater: 'est supérieur à',
    atMost: 'est inférieur ou égal à',
    atLeast: 'est supérieur ou égal à',
    about: 'environ',
    plusMinus: 'plus ou moins',
    percent: 'pour cent',
    and: 'et',
    at: 'arobase',
    number: 'numéro',
    hash: 'dièse',
    sharp: 'dièse',
    dot: 'point',
    dash: 'tiret',
    underscore: 'tiret bas',
    colon: 'deux points',
    degrees: 'degrés',
    root: 'racine carrée de',
    infinity: 'infini',
    to: 'à',
    ratio: 'à',
    per: 'par',
  },
  numbers: frenchNumbers,
  currencies: new Map<string, Currency>([
    ...['€', 'EUR', 'eur'].map((sign): [string, Currency] => [sign, euro]),
    ...['$', 'US$', 'USD'].map((sign): [string, Currency] => [sign, dollar]),
    ...['£', 'GBP'].map((sign): [string, Currency] => [sign, pound]),
    ...['CHF', 'FS'].map((sign): [string, Currency] => [sign, franc]),
    ['¢', centime],
    ['¥', s('yen')],
    ['₹', f('roupie')],
    ['₿', s('bitcoin')],
  ]),
  centJoin: '',
  ofMillions: (what) => (/^[aeiouyéèê]/.test(what) ? `d'${what}` : `de ${what}`),
  units: new Map<string, Noun>([
    ['km', s('kilomètre')],
    ['m', s('mètre')],
    ['cm', s('centimètre')],
    ['mm', s('millimètre')],
    ['kg', s('kilogramme')],
    ['g', s('gramme')],
    ['l', s('litre')],
    ['L', s('litre')],
    ['ml', s('millilitre')],
    ['h', f('heure')],
    ['min', f('minute')],
    ['s', f('seconde')],
    ['%', same('pour cent')],
    ['°C', { one: 'degré celsius', many: 'degrés celsius' }],
    ['°', s('degré')],
  ]),
  periods: new Map(
    Object.entries({ h: 'heure', s: 'seconde', min: 'minute', mois: 'mois', an: 'an', jour: 'jour', j: 'jour' }),
  ),
  squared: ({ one, many, ...noun }, power) => {
    const word = power === 2 ? 'carré' : 'cube'
    return { ...noun, one: `${one} ${word}`, many: `${many} ${word}s` }
  },
  abbreviations: new Map(
    Object.entries({
      'm.': ({ after }) => (/^ \p{Lu}/u.test(after) ? 'monsieur' : undefined),
      mme: 'madame',
      mmes: 'mesdames',
      mlle: 'mademoiselle',
      mlles: 'mademoiselles',
      dr: 'docteur',
      'dr.': 'docteur',
      dres: 'docteures',
      'etc.': 'et cetera',
      'p. ex.': 'par exemple',
      'p.ex.': 'par exemple',
      'n°': 'numéro',
      nº: 'numéro',
      'env.': 'environ',
    } satisfies Record<
      string,
      | string
      | Extract<
          Language['abbreviations'] extends ReadonlyMap<string, infer V> ? V : never,
          (...args: never[]) => unknown
        >
    >),
  ),
  capitals: {
    words: new Set('je tu il on la le les de du un et ou où ne pas moi toi lui non oui ça'.split(' ')),
    initials: new Set('ue usa ia tv pc'.split(' ')),
    names: new Map(),
  },
  calendar: {
    months,
    shortMonths: new Map(
      Object.entries({ janv: 1, févr: 2, fév: 2, avr: 4, juil: 7, sept: 9, oct: 10, nov: 11, déc: 12 }),
    ),
    dayFirst: true,
    monthFirst: false,
    dayEnding: '(?:er|e)',
    between: ' ',
    beforeYear: ' ',
    shortYearMarks: '/',
    say: ({ day, month, year }): Phrase => [
      [day === undefined ? '' : day === 1 ? 'premier' : frenchNumbers.cardinal(BigInt(day), 'alone')!, 'day'],
      [months[month - 1]!, 'month'],
      [year ? frenchNumbers.year(Number(year)) : '', 'year'],
    ],
  },
  clock: {
    word: '(?:h|heures?)',
    pointed: false,
    say: ({ hour, minute, second }) => {
      const hours = `${frenchNumbers.cardinal(BigInt(hour), 'feminine')} heure${hour === 1 ? '' : 's'}`
      const rest = [minute, second].filter(Boolean).map((n) => frenchNumbers.cardinal(BigInt(n!), 'feminine'))
      return [[hours, ...rest].join(' '), '']
    },
  },
  agree: (_, after) =>
    /^ (?:heures?|minutes?|secondes?|personnes?|fois|années?|semaines?|journées?|femmes?|\p{L}+(?:tions?|tés?))(?!\p{L})/u.test(
      after,
    )
      ? 'feminine'
      : 'alone',
  ordinal: (n, ending) => ordinal(n, ending),
  ordinalEndings: 'er|ère|re|ème|ième|e|nde|nd|°|º',
  fraction: (over, under, whole, unit) => {
    const said = fraction(over, under, whole)
    return said && unit ? `${said} ${unit.one}` : said
  },
}
