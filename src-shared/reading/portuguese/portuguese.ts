import type { Currency, Language, Noun, NumberForm } from '../grammar/language.ts'
import { latinSigns } from '../grammar/latinSigns.ts'
import { sayDigits } from '../grammar/numerals.ts'

const ones =
  'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove'.split(
    ' ',
  )
const tens = ' dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa'.split(' ')
const hundreds = ' cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos'.split(
  ' ',
)
const large = 'milhão bilhão trilhão quatrilhão quintilhão'.split(' ')
const plural = (name: string): string => name.replace(/ão$/, 'ões')

function belowThousand(n: number): string {
  if (n === 100) return 'cem'
  const rest = n % 100
  const low =
    rest < 20
      ? rest > 0
        ? ones[rest]!
        : ''
      : [tens[Math.floor(rest / 10)], rest % 10 > 0 ? ones[rest % 10] : ''].filter(Boolean).join(' e ')
  return [hundreds[Math.floor(n / 100)], low].filter(Boolean).join(' e ')
}

/** A whole number below 10^18, by the short scale of Brazil. */
function cardinal(n: bigint, form: NumberForm = 'alone'): string | undefined {
  if (n === 0n) return ones[0]!
  const groups: string[] = []
  let last = 0
  for (let rest = n, scale = 0; rest > 0n; rest /= 1000n, scale++) {
    const group = Number(rest % 1000n)
    if (group === 0) continue
    if (groups.length === 0) last = group
    if (scale === 0) groups.unshift(belowThousand(group))
    else if (scale === 1) groups.unshift(group === 1 ? 'mil' : `${belowThousand(group)} mil`)
    else {
      const name = large[scale - 2]
      if (!name) return undefined
      groups.unshift(group === 1 ? `um ${name}` : `${belowThousand(group)} ${plural(name)}`)
    }
  }
  // `e` joins a last group that is small or whole hundreds.
  const end = groups.pop()!
  const joined = groups.length === 0 ? end : `${groups.join(' ')}${last < 100 || last % 100 === 0 ? ' e ' : ' '}${end}`
  return form === 'feminine'
    ? joined
        .replace(/(?<=^| )um$/, 'uma')
        .replace(/(?<=^| )dois$/, 'duas')
        .replace(/entos/g, 'entas')
    : joined
}

const firsts = ' primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono'.split(' ')
const tenths =
  ' décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo'.split(' ')
const hundredths =
  ' centésimo ducentésimo trecentésimo quadringentésimo quingentésimo sexcentésimo septingentésimo octingentésimo noningentésimo'.split(
    ' ',
  )

function ordinal(n: bigint, ending: string): string | undefined {
  if (n < 1n || n > 1000n) return undefined
  const number = Number(n)
  const words =
    number === 1000
      ? 'milésimo'
      : [hundredths[Math.floor(number / 100)], tenths[Math.floor(number / 10) % 10], firsts[number % 10]]
          .filter(Boolean)
          .join(' ')
  return /ª|a/.test(ending) ? words.replace(/o(?= |$)/g, 'a') : words
}

/** `três quartos`, `três onze avos`, `um e um meio`. */
function fraction(over: bigint, under: bigint, whole: bigint | undefined): string | undefined {
  const names = new Map([
    [2n, 'meio'],
    [3n, 'terço'],
  ])
  const single = under <= 10n || under === 100n || under === 1000n
  const name = names.get(under) ?? (single ? ordinal(under, 'º') : undefined)
  const said = name ? `${cardinal(over)} ${name}${over > 1n ? 's' : ''}` : `${cardinal(over)} ${cardinal(under)} avos`
  return whole === undefined ? said : `${cardinal(whole)} e ${said}`
}

const s = (name: string): Noun => ({ one: name, many: `${name}s` })
const f = (name: string): Noun => ({ ...s(name), feminine: true })
const same = (name: string): Noun => ({ one: name, many: name })
const cent = s('centavo')
const real: Currency = { one: 'real', many: 'reais', cent }
const dollar: Currency = { one: 'dólar', many: 'dólares', cent }
const euro: Currency = { ...s('euro'), cent: s('cêntimo') }
const months = 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ')
const hours = (n: number): string => `${cardinal(BigInt(n), 'feminine')} hora${n === 1 ? '' : 's'}`

/** Portuguese as in Brazil: numbers, money, the commonest units, dates and times. */
export const portuguese: Language = {
  code: 'pt',
  point: ',',
  signs: {
    ...latinSigns,
    plus: 'mais',
    minus: 'menos',
    times: 'vezes',
    divided: 'dividido por',
    equals: 'é igual a',
    unequal: 'é diferente de',
    less: 'é menor que',
    greater: 'é maior que',
    atMost: 'é menor ou igual a',
    atLeast: 'é maior ou igual a',
    about: 'cerca de',
    plusMinus: 'mais ou menos',
    percent: 'por cento',
    and: 'e',
    at: 'arroba',
    number: 'número',
    hash: 'cerquilha',
    sharp: 'sustenido',
    dot: 'ponto',
    slash: 'barra',
    dash: 'hífen',
    underscore: 'sublinhado',
    colon: 'dois pontos',
    degrees: 'graus',
    root: 'raiz quadrada de',
    infinity: 'infinito',
    to: 'a',
    ratio: 'a',
    per: 'por',
    extension: 'extensão',
  },
  numbers: {
    digits: ones.slice(0, 10),
    cardinal,
    point: 'vírgula',
    decimals: (digits) => sayDigits(ones, digits),
    year: (n) => cardinal(BigInt(n))!,
    scales: new Map<string, Noun>([
      ...large.flatMap((name): [string, Noun][] =>
        [name, plural(name)].map((word) => [word, { one: name, many: plural(name) }]),
      ),
      ['mil', same('mil')],
    ]),
    scaleLetters: new Map([
      ['k', 'mil'],
      ['K', 'mil'],
      ['M', 'milhão'],
      ['bi', 'bilhão'],
      ['mi', 'milhão'],
    ]),
  },
  currencies: new Map<string, Currency>([
    ...['R$', 'BRL'].map((sign): [string, Currency] => [sign, real]),
    ...['$', 'US$', 'USD'].map((sign): [string, Currency] => [sign, dollar]),
    ...['€', 'EUR'].map((sign): [string, Currency] => [sign, euro]),
    ['£', { ...f('libra'), cent: { one: 'pêni', many: 'pence' } }],
    ['¥', { one: 'iene', many: 'ienes' }],
    ['¢', cent],
    ['₿', { one: 'bitcoin', many: 'bitcoins' }],
  ]),
  centJoin: 'e',
  ofMillions: (what) => `de ${what}`,
  units: new Map<string, Noun>([
    ['km', s('quilômetro')],
    ['m', s('metro')],
    ['cm', s('centímetro')],
    ['mm', s('milímetro')],
    ['kg', s('quilo')],
    ['g', s('grama')],
    ['mg', s('miligrama')],
    ['l', s('litro')],
    ['L', s('litro')],
    ['ml', s('mililitro')],
    ['h', f('hora')],
    ['min', s('minuto')],
    ['s', s('segundo')],
    ['%', same('por cento')],
    ['°C', { one: 'grau celsius', many: 'graus celsius' }],
    ['°', { one: 'grau', many: 'graus' }],
  ]),
  periods: new Map(Object.entries({ h: 'hora', s: 'segundo', min: 'minuto', mês: 'mês', ano: 'ano', dia: 'dia' })),
  squared: ({ one, many, ...of }, power) => {
    const word = power === 2 ? 'quadrado' : 'cúbico'
    return { ...of, one: `${one} ${word}`, many: `${many} ${word}s` }
  },
  abbreviations: new Map(
    Object.entries({
      'sr.': 'senhor',
      'sra.': 'senhora',
      'dr.': 'doutor',
      'dra.': 'doutora',
      'prof.': 'professor',
      'profa.': 'professora',
      'etc.': 'et cetera',
      'av.': 'avenida',
      nº: 'número',
      'n.º': 'número',
    }),
  ),
  capitals: {
    words: new Set('eu tu ele ela nós não sim que um uma de do da em no na por com se já mas ou e é'.split(' ')),
    initials: new Set('ue eua usa ia tv pc'.split(' ')),
    names: new Map(),
  },
  calendar: {
    months,
    shortMonths: new Map(
      Object.entries({ jan: 1, fev: 2, abr: 4, mai: 5, jun: 6, jul: 7, ago: 8, set: 9, out: 10, nov: 11, dez: 12 }),
    ),
    dayFirst: true,
    monthFirst: false,
    dayEnding: '(?:º|°)',
    between: ' (?:de )?',
    beforeYear: ' (?:de )?',
    shortYearMarks: '/',
    say: ({ day, month, year }) => [
      [day === undefined ? '' : day === 1 ? 'primeiro' : cardinal(BigInt(day))!, 'day'],
      [`${day === undefined ? '' : 'de '}${months[month - 1]}`, 'month'],
      [year ? `de ${cardinal(BigInt(year))}` : '', 'year'],
    ],
  },
  clock: {
    word: '(?:h(?:oras?)?)',
    pointed: true,
    say: ({ hour, minute, second }) => {
      if (second !== undefined)
        return [
          `${hours(hour)} e ${cardinal(BigInt(minute))} minuto${minute === 1 ? '' : 's'} e ${cardinal(BigInt(second))} segundo${second === 1 ? '' : 's'}`,
          '',
        ]
      return [minute > 0 ? `${hours(hour)} e ${cardinal(BigInt(minute))}` : hours(hour), '']
    },
  },
  agree: (_, after) => (/^ \p{L}*(?:as?|ções|ção|dades?)(?!\p{L})/u.test(after) ? 'feminine' : 'alone'),
  ordinal: (n, ending) => ordinal(n, ending),
  ordinalEndings: '\\.?(?:º|ª|°)',
  fraction: (over, under, whole, unit) => {
    const said = fraction(over, under, whole)
    return said && unit ? `${said} de ${unit.one}` : said
  },
}
