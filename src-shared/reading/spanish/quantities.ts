import type { Currency, Noun } from '../grammar/language.ts'

const s = (name: string): Noun => ({
  one: name,
  many: name.replace(/^\S+/, (word) => word + (/[aeiouáéíóú]$/.test(word) ? 's' : 'es')),
})
const f = (name: string): Noun => ({ ...s(name), feminine: true })
const same = (name: string): Noun => ({ one: name, many: name })
const centavo = s('centavo')
const of = (noun: Noun, one: string, many: string): Currency => ({
  ...noun,
  one: `${noun.one} ${one}`,
  many: `${noun.many} ${many}`,
  cent: centavo,
})
const dollar = { ...s('dólar'), many: 'dólares' }
const euro: Currency = { ...s('euro'), cent: s('céntimo') }
const pound: Currency = { ...f('libra'), cent: { one: 'penique', many: 'peniques' } }
const peso = s('peso')
const crown = f('corona')
const colon = { one: 'colón', many: 'colones' }
const yen: Currency = { one: 'yen', many: 'yenes', cent: centavo }

const entries: readonly (readonly [string, Currency])[] = [
  ['€', euro],
  ['EUR', euro],
  ['$', { ...dollar, cent: centavo }],
  ['USD', of(dollar, 'estadounidense', 'estadounidenses')],
  ['US$', of(dollar, 'estadounidense', 'estadounidenses')],
  ['CAD', of(dollar, 'canadiense', 'canadienses')],
  ['AUD', of(dollar, 'australiano', 'australianos')],
  ['HKD', of(dollar, 'de hong kong', 'de hong kong')],
  ['TTD', of(dollar, 'de trinidad y tobago', 'de trinidad y tobago')],
  ['£', pound],
  ['GBP', pound],
  ['¢', centavo],
  ['¥', yen],
  ['JPY', yen],
  ['CNY', s('yuan')],
  ['₩', { one: 'won', many: 'wones' }],
  ['KRW', { one: 'won', many: 'wones' }],
  ['₹', f('rupia')],
  ['Rs', f('rupia')],
  ['rs', f('rupia')],
  ['INR', f('rupia')],
  ['₽', s('rublo')],
  ['₿', { one: 'bitcóin', many: 'bitcoines' }],
  ['Fr', s('franco')],
  ['fr', s('franco')],
  ['CHF', of(s('franco'), 'suizo', 'suizos')],
  ['kr', crown],
  ['SEK', of(crown, 'sueca', 'suecas')],
  ['R$', { one: 'real', many: 'reales', cent: centavo }],
  ['r$', { one: 'real', many: 'reales', cent: centavo }],
  ['BRL', { one: 'real', many: 'reales', cent: centavo }],
  ['MEX$', of(peso, 'mexicano', 'mexicanos')],
  ['mex$', of(peso, 'mexicano', 'mexicanos')],
  ['MX$', of(peso, 'mexicano', 'mexicanos')],
  ['MXN', of(peso, 'mexicano', 'mexicanos')],
  ['ARS', of(peso, 'argentino', 'argentinos')],
  ['CLP', of(peso, 'chileno', 'chilenos')],
  ['COP', of(peso, 'colombiano', 'colombianos')],
  ['DOP', of(peso, 'dominicano', 'dominicanos')],
  ['CUP', of(peso, 'cubano', 'cubanos')],
  ['UYU', of(peso, 'uruguayo', 'uruguayos')],
  ['BOP', of(peso, 'boliviano', 'bolivianos')],
  ['BOB', s('boliviano')],
  ['PEN', { one: 'sol', many: 'soles' }],
  ['S/', { one: 'sol', many: 'soles', cent: s('céntimo') }],
  ['VES', { one: 'bolívar', many: 'bolívares' }],
  ['PYG', { one: 'guaraní', many: 'guaraníes' }],
  ['GTQ', { one: 'quetzal', many: 'quetzales' }],
  ['HNL', s('lempira')],
  ['NIO', s('córdoba')],
  ['CRC', of(colon, 'costarricense', 'costarricenses')],
  ['PTAS', f('peseta')],
  ['PTA', f('peseta')],
]
/** Codes that are words in small letters, too. */
const words = new Set(['COP', 'PEN', 'VES', 'CUP', 'DOP'])

/** Currencies by their signs and codes; codes in small letters, too. */
export const spanishCurrencies: ReadonlyMap<string, Currency> = new Map([
  ...entries,
  ...entries.flatMap(([key, currency]): [string, Currency][] =>
    /^[A-Z]{3,4}$/.test(key) && !words.has(key) ? [[key.toLowerCase(), currency]] : [],
  ),
])

const prefixes: Readonly<Record<string, string>> = {
  k: 'kilo',
  M: 'mega',
  G: 'giga',
  T: 'tera',
  m: 'mili',
  c: 'centí',
  d: 'decí',
  h: 'hecto',
  μ: 'micro',
  µ: 'micro',
  n: 'nano',
}
const scaled = (unit: string, name: Noun, of: string): [string, Noun][] =>
  of.split(' ').map((prefix) => {
    const word = prefixes[prefix]!
    return [prefix + unit, { ...name, one: word + name.one, many: word + name.many }]
  })
/** Lengths take their stress before: `kilómetro`. */
const meters: [string, Noun][] = [
  ['km', s('kilómetro')],
  ['cm', s('centímetro')],
  ['mm', s('milímetro')],
  ['dm', s('decímetro')],
  ['μm', s('micrómetro')],
  ['nm', s('nanómetro')],
]
const perHour = (noun: Noun): Noun => ({ ...noun, one: `${noun.one} por hora`, many: `${noun.many} por hora` })

/** Units by how they are written behind a figure. */
export const spanishUnits: ReadonlyMap<string, Noun> = new Map<string, Noun>([
  ['m', s('metro')],
  ...meters,
  ['ft', { one: 'pie', many: 'pies' }],
  ['g', s('gramo')],
  ['gr', s('gramo')],
  ...scaled('g', s('gramo'), 'k m μ µ'),
  ['t', f('tonelada')],
  ['l', s('litro')],
  ['L', s('litro')],
  ['ml', s('mililitro')],
  ['cl', s('centilitro')],
  ['hl', s('hectolitro')],
  ['s', s('segundo')],
  ['seg', s('segundo')],
  ['ms', s('milisegundo')],
  ['min', s('minuto')],
  ['h', f('hora')],
  ['hs', f('hora')],
  ['hrs', f('hora')],
  ['V', s('voltio')],
  ['A', s('amperio')],
  ['W', s('vatio')],
  ...scaled('W', s('vatio'), 'k M G T m'),
  ['kWh', { one: 'kilovatio hora', many: 'kilovatios hora' }],
  ['kwh', { one: 'kilovatio hora', many: 'kilovatios hora' }],
  ['Hz', s('hercio')],
  ...scaled('Hz', s('hercio'), 'k M G T'),
  ['kB', s('kilobyte')],
  ['KB', s('kilobyte')],
  ['kb', s('kilobyte')],
  ...scaled('B', s('byte'), 'M G T'),
  ['mb', s('megabyte')],
  ['gb', s('gigabyte')],
  ['tb', s('terabyte')],
  ['kcal', f('kilocaloría')],
  ['cal', f('caloría')],
  ['dB', s('decibelio')],
  ['ha', f('hectárea')],
  ['px', { one: 'píxel', many: 'píxeles' }],
  ['mph', perHour(f('milla'))],
  ['mi', f('milla')],
  ['kph', perHour(s('kilómetro'))],
  ['cv', { one: 'caballo', many: 'caballos' }],
  ['%', same('por ciento')],
  ['‰', same('por mil')],
  ['°', s('grado')],
  ...['°C', '° C', 'ºC', '° c'].map((unit): [string, Noun] => [unit, { one: 'grado celsius', many: 'grados celsius' }]),
  ...['°F', '° F', 'ºF'].map((unit): [string, Noun] => [unit, { one: 'grado fahrenheit', many: 'grados fahrenheit' }]),
  ...['°K', '° K', '° k'].map((unit): [string, Noun] => [unit, { one: 'grado kelvin', many: 'grados kelvin' }]),
])

/** What something is per. */
export const spanishPeriods: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s: 'segundo',
    seg: 'segundo',
    min: 'minuto',
    h: 'hora',
    hora: 'hora',
    d: 'día',
    día: 'día',
    semana: 'semana',
    mes: 'mes',
    año: 'año',
    persona: 'persona',
    noche: 'noche',
  }),
)
