import type { Noun, NumberForm, NumberWords } from '../grammar/language.ts'
import { sayDigits } from '../grammar/numerals.ts'

const ones = `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
  diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
  veintiocho veintinueve`.split(/\s+/)
const tens = 'cero diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')
const hundreds = `cero ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
  novecientos`.split(/\s+/)
const large = 'millón billón trillón cuatrillón quintillón'.split(' ')

const plural = (name: string): string => name.replace(/ón$/, 'ones')

function belowThousand(n: number): string {
  if (n < 30) return ones[n]!
  if (n === 100) return 'cien'
  if (n < 100) return `${tens[Math.floor(n / 10)]}${n % 10 > 0 ? ` y ${ones[n % 10]}` : ''}`
  return `${hundreds[Math.floor(n / 100)]}${n % 100 > 0 ? ` ${belowThousand(n % 100)}` : ''}`
}

/** The last one before a noun, and hundreds of what is feminine: `veintiún`, `doscientas una`. */
function inflect(words: string, form: NumberForm): string {
  if (form === 'alone') return words
  const last = form === 'feminine' ? 'una' : 'un'
  const inflected = words
    .replace(/veintiuno$/, form === 'feminine' ? 'veintiuna' : 'veintiún')
    .replace(/(?<=^| )uno$/, last)
  return form === 'feminine' ? inflected.replace(/(?<=cient|quinient)os/g, 'as') : inflected
}

function belowMillion(n: number, form: NumberForm): string {
  const thousands = Math.floor(n / 1000)
  const rest = n % 1000
  const front =
    thousands === 0
      ? []
      : thousands === 1
        ? ['mil']
        : [`${inflect(belowThousand(thousands), form === 'feminine' ? form : 'masculine').replace(/una$/, 'un')} mil`]
  return [...front, ...(rest > 0 || thousands === 0 ? [inflect(belowThousand(rest), form)] : [])].join(' ')
}

/** A whole number below 10^36, by the long scale: `mil millones`, `un billón`. */
export function cardinal(n: bigint, form: NumberForm = 'alone'): string | undefined {
  if (n < 1_000_000n) return belowMillion(Number(n), form)
  const groups: string[] = []
  for (let rest = n, scale = -1; rest > 0n; rest /= 1_000_000n, scale++) {
    if (scale >= large.length) return undefined
    const group = Number(rest % 1_000_000n)
    if (group === 0) continue
    if (scale < 0) groups.unshift(belowMillion(group, form))
    else
      groups.unshift(
        group === 1 ? `un ${large[scale]}` : `${belowMillion(group, 'masculine')} ${plural(large[scale]!)}`,
      )
  }
  return groups.join(' ')
}

/** Decimals in pairs, as they are said with two figures: `treinta y dos`; with a zero before, one by one. */
function decimals(digits: string, form: NumberForm): string {
  const pairs = digits.match(/\d\d?/g) ?? []
  const words = pairs
    .map((pair) => (pair.startsWith('0') ? sayDigits(ones, pair) : belowThousand(Number(pair))))
    .join(' ')
  return inflect(words, form)
}

const firsts = ' primero segundo tercero cuarto quinto sexto séptimo octavo noveno'.split(' ')
const tenths =
  ' décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo'.split(' ')
const hundredths =
  ' centésimo ducentésimo tricentésimo cuadringentésimo quingentésimo sexcentésimo septingentésimo octingentésimo noningentésimo'.split(
    ' ',
  )

function ordinalBelowThousand(n: number): string {
  const rest = n % 100
  const unit = firsts[rest % 10]!
  const low =
    rest === 11
      ? 'undécimo'
      : rest === 12
        ? 'duodécimo'
        : rest > 12 && rest < 20
          ? `decimo${unit}`.replace('oo', 'o')
          : rest > 20 && rest < 30
            ? `vigesimo${unit}`.replace('oo', 'o')
            : [tenths[Math.floor(rest / 10)], unit].filter(Boolean).join(' ')
  return [hundredths[Math.floor(n / 100)], low].filter(Boolean).join(' ')
}

/** A power of a thousand as one word with its count before: `cincomilésimo`, `cienmillonésimo`. */
const joined = (count: number, power: string, form: NumberForm): string =>
  count === 1 ? power : `${inflect(belowThousand(count), form).replace(/ y /g, 'i').replaceAll(' ', '')}${power}`

/** @param ending `o`, `a`, or `er` where it stands shortened before a noun */
export function ordinal(n: bigint, ending: 'o' | 'a' | 'er'): string | undefined {
  if (n < 1n || n >= 1_000_000_000n) return undefined
  const number = Number(n)
  const form = ending === 'a' ? 'feminine' : 'masculine'
  const millions = Math.floor(number / 1e6)
  const thousands = Math.floor(number / 1e3) % 1000
  const words = [
    millions > 0 ? joined(millions, 'millonésimo', form) : '',
    thousands > 0 ? joined(thousands, 'milésimo', form) : '',
    ordinalBelowThousand(number % 1000),
  ]
    .filter(Boolean)
    .join(' ')
  if (ending === 'a') return words.replace(/o(?= |$)/g, 'a')
  return ending === 'er' ? words.replace(/(?<=primer|tercer)o$/, '') : words
}

/** The name of one part of so many; undefined where the number is said with `sobre`. */
function partOf(under: bigint): string | undefined {
  const n = Number(under)
  if (n === 2) return 'medio'
  if (n === 3) return 'tercio'
  if (n >= 4 && n <= 10) return ordinal(under, 'o')
  if (n > 10 && n < 100) return `${belowThousand(n).replaceAll(' y ', 'i').replace(/[ao]$/, '')}avo`
  const power = /^(?:[1-9]00|[1-9]\d{0,2}000|[1-9]\d{0,2}000000)$/.test(String(under))
  return power ? ordinal(under, 'o') : undefined
}

/** `tres cuartos`, `dos y un tercio`, `una y media milla`, `tres quintos de metro`. */
export function fraction(
  over: bigint,
  under: bigint,
  whole: bigint | undefined,
  unit: Noun | undefined,
): string | undefined {
  const part = partOf(under)
  const said = part
    ? `${cardinal(over, 'masculine')} ${part}${over === 1n ? '' : 's'}`
    : `${cardinal(over)} sobre ${cardinal(under)}`
  if (whole === undefined) return unit ? `${said} de ${unit.one}` : said
  const front = cardinal(whole, unit ? (unit.feminine ? 'feminine' : 'masculine') : 'alone')
  if (over === 1n && under === 2n) {
    const half = unit?.feminine ? 'media' : unit ? 'medio' : 'medio'
    return `${front} y ${half}${unit ? ` ${whole === 1n ? unit.one : unit.many}` : ''}`
  }
  return `${front} y ${said}${unit ? ` de ${unit.one}` : ''}`
}

const scales = large.flatMap((name): [string, Noun][] => {
  const noun = { one: name, many: plural(name) }
  return [
    [name, noun],
    [name.replace('ó', 'o'), noun],
    [plural(name), noun],
  ]
})

export const spanishNumbers: NumberWords = {
  digits: ones.slice(0, 10),
  cardinal,
  point: 'coma',
  decimals,
  year: (n) => cardinal(BigInt(n))!,
  scales: new Map<string, Noun>([
    ...scales,
    ['mil', { one: 'mil', many: 'mil' }],
    ['mil millones', { one: 'mil millones', many: 'mil millones' }],
  ]),
  scaleLetters: new Map([
    ['k', 'mil'],
    ['K', 'mil'],
    ['M', 'millón'],
  ]),
}
