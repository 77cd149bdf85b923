import type { Currency, Language, Noun, NumberForm } from '../grammar/language.ts'
import { latinSigns } from '../grammar/latinSigns.ts'
import { sayDigits } from '../grammar/numerals.ts'

const ones =
  'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'.split(
    ' ',
  )
const tens = ' dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta'.split(' ')
const large: readonly (readonly [one: string, many: string])[] = [
  ['milione', 'milioni'],
  ['miliardo', 'miliardi'],
  ['bilione', 'bilioni'],
  ['biliardo', 'biliardi'],
  ['trilione', 'trilioni'],
]

function belowHundred(n: number): string {
  if (n < 20) return ones[n]!
  const [ten, one] = [tens[Math.floor(n / 10)]!, n % 10]
  // The vowel falls before another: `ventuno`, `ventotto`.
  return (one === 1 || one === 8 ? ten.slice(0, -1) : ten) + (one > 0 ? ones[one] : '')
}

function belowThousand(n: number): string {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100]
  const front = hundreds === 0 ? '' : hundreds === 1 ? 'cento' : `${ones[hundreds]}cento`
  return [front, rest > 0 ? belowHundred(rest) : ''].filter(Boolean).join(' ')
}

/** A whole number below 10^21; hundreds and tens stand apart. */
function cardinal(n: bigint, form: NumberForm = 'alone'): string | undefined {
  if (n === 0n) return ones[0]!
  const groups: string[] = []
  for (let rest = n, scale = 0; rest > 0n; rest /= 1000n, scale++) {
    const group = Number(rest % 1000n)
    if (group === 0) continue
    if (scale === 0) groups.unshift(belowThousand(group))
    else if (scale === 1) groups.unshift(group === 1 ? 'mille' : `${belowThousand(group)}mila`)
    else {
      const name = large[scale - 2]
      if (!name) return undefined
      groups.unshift(group === 1 ? `un ${name[0]}` : `${belowThousand(group)} ${name[1]}`)
    }
  }
  const words = groups.join(' ')
  return form === 'alone' ? words : words.replace(/(?<=^| )uno$/, form === 'feminine' ? 'una' : 'un')
}

function decimals(digits: string): string {
  const [zeros = ''] = /^0*/.exec(digits) ?? []
  if (digits.length > 3 || zeros.length === digits.length) return sayDigits(ones, digits)
  return `${sayDigits(ones, zeros)} ${cardinal(BigInt(digits))}`.trim()
}

const firsts = ' primo secondo terzo quarto quinto sesto settimo ottavo nono decimo'.split(' ')

function ordinal(n: bigint, ending: string): string | undefined {
  const words =
    n > 0n && n <= 10n
      ? firsts[Number(n)]
      : cardinal(n)
          ?.replace(/mila$/, 'mil')
          .replace(/(?<!tr)[aeiou]$/, '')
          .replace(/mill$/, 'mill')
          .concat('esimo')
  return ending === 'ª' ? words?.replace(/o$/, 'a') : words
}

const noun = (one: string, many: string): Noun => ({ one, many })
const same = (name: string): Noun => ({ one: name, many: name })
const cent = noun('centesimo', 'centesimi')
const euro: Currency = { ...same('euro'), cent }
const dollar: Currency = { ...noun('dollaro', 'dollari'), cent }
const pound: Currency = { ...noun('sterlina', 'sterline'), feminine: true, cent: same('penny') }

/** Italian: numbers, money and the commonest units. */
export const italian: Language = {
  code: 'it',
  point: ',',
  signs: {
    ...latinSigns,
    plus: 'più',
    minus: 'meno',
    times: 'per',
    divided: 'diviso',
    equals: 'uguale',
    unequal: 'diverso da',
    less: 'minore di',
    greater: 'maggiore di',
    atMost: 'minore o uguale a',
    atLeast: 'maggiore o uguale a',
    about: 'circa',
    plusMinus: 'più o meno',
    percent: 'percento',
    and: 'e',
    at: 'chiocciola',
    number: 'numero',
    hash: 'cancelletto',
    sharp: 'diesis',
    dot: 'punto',
    dash: 'trattino',
    underscore: 'trattino basso',
    colon: 'due punti',
    question: 'punto interrogativo',
    exclamation: 'punto esclamativo',
    degrees: 'gradi',
    root: 'radice quadrata di',
    infinity: 'infinito',
    to: 'a',
    ratio: 'a',
    per: 'per',
  },
  numbers: {
    digits: ones.slice(0, 10),
    cardinal,
    point: 'virgola',
    decimals,
    year: (n) => cardinal(BigInt(n))!,
    scales: new Map<string, Noun>([
      ...large.flatMap(([one, many]): [string, Noun][] => [one, many].map((word) => [word, noun(one, many)])),
      ['mila', same('mila')],
    ]),
    scaleLetters: new Map([
      ['k', 'mila'],
      ['K', 'mila'],
      ['M', 'milione'],
      ['mln', 'milione'],
      ['mld', 'miliardo'],
    ]),
  },
  currencies: new Map<string, Currency>([
    ...['€', 'EUR', 'eur'].map((sign): [string, Currency] => [sign, euro]),
    ...['$', 'US$', 'USD'].map((sign): [string, Currency] => [sign, dollar]),
    ...['£', 'GBP'].map((sign): [string, Currency] => [sign, pound]),
    ['¢', cent],
    ['¥', same('yen')],
    ['CHF', noun('franco svizzero', 'franchi svizzeri')],
    ['₿', same('bitcoin')],
  ]),
  centJoin: '',
  ofMillions: (what) => `di ${what}`,
  units: new Map<string, Noun>([
    ['km', noun('chilometro', 'chilometri')],
    ['m', noun('metro', 'metri')],
    ['cm', noun('centimetro', 'centimetri')],
    ['mm', noun('millimetro', 'millimetri')],
    ['kg', noun('chilogrammo', 'chilogrammi')],
    ['g', noun('grammo', 'grammi')],
    ['l', noun('litro', 'litri')],
    ['ml', noun('millilitro', 'millilitri')],
    ['A', same('ampere')],
    ['V', same('volt')],
    ['W', same('watt')],
    ['h', { one: 'ora', many: 'ore', feminine: true }],
    ['min', noun('minuto', 'minuti')],
    ['%', same('percento')],
    ['°C', noun('grado celsius', 'gradi celsius')],
    ['°', noun('grado', 'gradi')],
  ]),
  periods: new Map(
    Object.entries({ h: 'ora', s: 'secondo', min: 'minuto', mese: 'mese', anno: 'anno', giorno: 'giorno' }),
  ),
  squared: ({ one, many, ...of }, power) => {
    const word = power === 2 ? ['quadrato', 'quadrati'] : ['cubo', 'cubi']
    return { ...of, one: `${one} ${word[0]}`, many: `${many} ${word[1]}` }
  },
  abbreviations: new Map(
    Object.entries({
      'sig.': 'signor',
      'sig.ra': 'signora',
      'sig.na': 'signorina',
      'dott.': 'dottor',
      'dott.ssa': 'dottoressa',
      'avv.': 'avvocato',
      'ing.': 'ingegner',
      'prof.': 'professor',
      'prof.ssa': 'professoressa',
      'ecc.': 'eccetera',
      'es.': 'esempio',
      'pag.': 'pagina',
      'n.': 'numero',
    }),
  ),
  capitals: {
    words: new Set('il lo la le gli un di da in su per con tra fra no sì si me te lui lei noi voi mai più'.split(' ')),
    initials: new Set('ue usa ia tv pc'.split(' ')),
    names: new Map(),
  },
  clock: {
    word: '(?:h|ore)',
    pointed: false,
    say: ({ hour, minute, second }) => [
      [hour, ...(minute > 0 || second ? [minute] : []), ...(second ? [second] : [])]
        .map((n) => cardinal(BigInt(n)))
        .join(' e '),
      '',
    ],
  },
  agree: (_, after) => (/^ \p{L}*(?:a|ione|ioni)(?!\p{L})/u.test(after) ? 'feminine' : 'alone'),
  ordinal: (n, ending) => ordinal(n, ending),
  ordinalEndings: 'º|°|ª',
}
