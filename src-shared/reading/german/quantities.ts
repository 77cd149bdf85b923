import type { Currency, Noun } from '../grammar/language.ts'

const same = (name: string): Noun => ({ one: name, many: name })
const n = (name: string): Noun => ({ one: name, many: `${name}n`, feminine: true })
const cent = same('cent')
const dollar = (of = ''): Currency => ({ ...same(`${of} dollar`.trim()), cent })
const euro: Currency = { ...same('euro'), cent }
const pound: Currency = { ...same('pfund'), cent: { one: 'penny', many: 'pence' } }
const franc: Currency = { ...same('franken'), cent: same('rappen') }
const rupee: Currency = { one: 'rupie', many: 'rupien', feminine: true }
const crown = (of = ''): Currency => ({ one: `${of} krone`.trim(), many: `${of} kronen`.trim(), feminine: true })

/** Currencies by their signs and codes. */
export const germanCurrencies: ReadonlyMap<string, Currency> = new Map(
  Object.entries({
    '€': euro,
    EUR: euro,
    $: dollar(),
    US$: dollar('u s'),
    USD: dollar('u s'),
    A$: dollar('australische'),
    C$: dollar('kanadische'),
    '£': pound,
    GBP: pound,
    '¢': cent,
    '¥': same('yen'),
    JPY: same('yen'),
    CNY: same('yuan'),
    CHF: franc,
    'Fr.': franc,
    SFr: franc,
    '₹': rupee,
    INR: rupee,
    '₽': same('rubel'),
    '₩': same('won'),
    '₺': same('lira'),
    '₿': same('bitcoin'),
    BTC: same('bitcoin'),
    SEK: crown('schwedische'),
    NOK: crown('norwegische'),
    DKK: crown('dänische'),
    kr: crown(),
    PLN: { one: 'zloty', many: 'zloty' },
    zł: same('zloty'),
    DM: same('mark'),
  }),
)

const prefixes: Readonly<Record<string, string>> = {
  k: 'kilo',
  M: 'mega',
  G: 'giga',
  T: 'tera',
  m: 'milli',
  c: 'zenti',
  d: 'dezi',
  h: 'hekto',
  μ: 'mikro',
  µ: 'mikro',
  n: 'nano',
}
const scaled = (unit: string, name: Noun, of: string): [string, Noun][] =>
  of.split(' ').map((prefix) => {
    const word = prefixes[prefix]!
    return [prefix + unit, { ...name, one: word + name.one, many: word + name.many }]
  })

/** Units by how they are written behind a figure. */
export const germanUnits: ReadonlyMap<string, Noun> = new Map<string, Noun>([
  ['m', same('meter')],
  ...scaled('m', same('meter'), 'k c d m μ µ n'),
  ['ft', same('fuß')],
  ['g', same('gramm')],
  ...scaled('g', same('gramm'), 'k m μ µ'),
  ['t', n('tonne')],
  ['l', same('liter')],
  ['L', same('liter')],
  ...scaled('l', same('liter'), 'c d m h'),
  ['s', n('sekunde')],
  ['Sek.', n('sekunde')],
  ['sek', n('sekunde')],
  ['ms', n('millisekunde')],
  ['min', n('minute')],
  ['Min.', n('minute')],
  ['Min', n('minute')],
  ['h', n('stunde')],
  ['Std.', n('stunde')],
  ['Std', n('stunde')],
  ['V', same('volt')],
  ...scaled('V', same('volt'), 'k m'),
  ['mv', same('millivolt')],
  ['A', same('ampere')],
  ['mA', same('milliampere')],
  ['W', same('watt')],
  ...scaled('W', same('watt'), 'k M G T m'),
  ['Wh', n('wattstunde')],
  ...scaled('Wh', n('wattstunde'), 'k M G T'),
  ['kwh', n('kilowattstunde')],
  ['PS', same('p s')],
  ['Hz', same('hertz')],
  ...scaled('Hz', same('hertz'), 'k M G T'),
  ['kb', same('kilobyte')],
  ['KB', same('kilobyte')],
  ...scaled('B', same('byte'), 'k M G T'),
  ['mb', same('megabyte')],
  ['gb', same('gigabyte')],
  ['tb', same('terabyte')],
  ['kcal', n('kilokalorie')],
  ['kJ', same('kilojoule')],
  ['dB', same('dezibel')],
  ['ha', same('hektar')],
  ['px', same('pixel')],
  ['mph', { one: 'meile pro stunde', many: 'meilen pro stunde', feminine: true }],
  ['qm', same('quadrat meter')],
  ['%', same('prozent')],
  ['‰', same('promille')],
  ['°', same('grad')],
  ...['°C', '° C', 'ºC'].map((unit): [string, Noun] => [unit, same('grad celsius')]),
  ...['°F', '° F'].map((unit): [string, Noun] => [unit, same('grad fahrenheit')]),
])

/** What something is per. */
export const germanPeriods: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s: 'sekunde',
    sek: 'sekunde',
    min: 'minute',
    h: 'stunde',
    Std: 'stunde',
    Stunde: 'stunde',
    Tag: 'tag',
    d: 'tag',
    Woche: 'woche',
    Monat: 'monat',
    Jahr: 'jahr',
    a: 'jahr',
    Person: 'person',
    Nacht: 'nacht',
  }),
)
