import type { Noun, NumberForm, NumberWords } from '../grammar/language.ts'

const ones = `null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
  siebzehn achtzehn neunzehn`.split(/\s+/)
const tens = 'null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')
const large = 'million milliarde billion billiarde trillion trilliarde quadrillion quadrilliarde'.split(' ')
const plural = (name: string): string => (name.endsWith('e') ? `${name}n` : `${name}en`)

function belowHundred(n: number): string {
  if (n < 20) return ones[n]!
  return `${n % 10 > 0 ? `${ones[n % 10]} und ` : ''}${tens[Math.floor(n / 10)]}`
}

function belowThousand(n: number): string {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  return [hundreds > 0 ? `${ones[hundreds]} hundert` : '', rest > 0 ? belowHundred(rest) : ''].filter(Boolean).join(' ')
}

/** The parts of a number word, apart: `zwei tausend vier und zwanzig`. A last one is `ein`. */
function parts(n: bigint): string | undefined {
  if (n === 0n) return ones[0]!
  const groups: string[] = []
  for (let rest = n, scale = 0; rest > 0n; rest /= 1000n, scale++) {
    const group = Number(rest % 1000n)
    if (group === 0) continue
    if (scale === 0) groups.unshift(belowThousand(group))
    else if (scale === 1) groups.unshift(`${belowThousand(group)} tausend`)
    else {
      const name = large[scale - 2]
      if (!name) return undefined
      groups.unshift(group === 1 ? `eine ${name}` : `${belowThousand(group)} ${plural(name)}`)
    }
  }
  return groups.join(' ')
}

const lastOne: Readonly<Record<NumberForm, string>> = { alone: 'eins', masculine: 'ein', feminine: 'eine' }

/** A whole number below 10^30. */
export const cardinal = (n: bigint, form: NumberForm = 'alone'): string | undefined =>
  parts(n)?.replace(/(?<=^| )ein$/, lastOne[form])

const irregular = new Map([
  ['ein', 'erst'],
  ['drei', 'dritt'],
  ['sieben', 'siebt'],
  ['acht', 'acht'],
])

/** `vier und zwanzigst`, to which an ending is added. */
export function ordinalStem(n: bigint): string | undefined {
  const words = parts(n)
  if (words === undefined) return undefined
  const last = words.split(' ').at(-1)!
  const low = n % 100n
  const stem = irregular.get(last) ?? `${last}${low > 0n && low < 20n ? 't' : n === 0n ? 't' : 'st'}`
  return words.slice(0, words.length - last.length) + stem
}

const inflecting =
  /(?:^|[^\p{L}])(?:am|im|vom|zum|zur|beim|dem|den|des|ab|seit|bis|nach|vor|einem|einen|einer|eines|jedem|jeden|jeder|(?:in|an|auf|bei|mit|nach|seit|von|zu|aus|vor|über|unter) der) ?$/iu
const article = /(?:^|[^\p{L}])(?:der|die|das|diese|dieser|dieses|jede|jedes|ihre|seine|meine|unsere|eine) ?$/iu

/** The ending of an ordinal after these words: `am zweiten`, `der zweite`, `zweiter`. */
export const ordinalEnding = (before: string): string =>
  inflecting.test(before) ? 'en' : article.test(before) ? 'e' : 'er'

const determiner = new RegExp(`${inflecting.source}|${article.source}`, 'iu')

/** Figures with a full stop: an ordinal behind an article, before a small letter, or alone; else a sentence ends there. */
export function ordinal(n: bigint, before: string, after: string): string | undefined {
  const alone = before.trim() === '' && after.trim() === ''
  if (!alone && !determiner.test(before) && !/^ \p{Ll}/u.test(after)) return undefined
  const stem = ordinalStem(n)
  return stem && stem + ordinalEnding(before)
}

/** `drei viertel`, `zwei ein drittel`, `ein halb`. */
export function fraction(
  over: bigint,
  under: bigint,
  whole: bigint | undefined,
  unit: Noun | undefined,
): string | undefined {
  const stem = ordinalStem(under)
  if (stem === undefined) return undefined
  const part = under === 2n ? (over === 1n ? 'halb' : 'halbe') : `${stem}el`
  const behind = unit ? ` ${whole === undefined ? unit.one : unit.many}` : ''
  const front = whole === undefined ? '' : `${cardinal(whole, 'masculine')} `
  return `${front}${cardinal(over, 'masculine')} ${part}${behind}`
}

/** `neunzehn hundert acht und neunzig`; other years are plain numbers. */
export function year(n: number): string {
  if (n < 1100 || n >= 2000) return cardinal(BigInt(n))!
  const rest = n % 100
  return `${belowHundred(Math.floor(n / 100))} hundert${rest > 0 ? ` ${cardinal(BigInt(rest))}` : ''}`
}

const scale = (name: string): Noun => ({ one: name, many: plural(name), feminine: true })
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
const million = scale('million')
const milliard = scale('milliarde')

export const germanNumbers: NumberWords = {
  digits: [ones[0]!, 'eins', ...ones.slice(2, 10)],
  cardinal,
  point: 'komma',
  decimals: (digits) => [...digits].map((digit) => germanNumbers.digits[Number(digit)]).join(' '),
  year,
  scales: new Map<string, Noun>([
    ...large.flatMap((name): [string, Noun][] =>
      [name, plural(name)].flatMap((word): [string, Noun][] => [
        [word, scale(name)],
        [capital(word), scale(name)],
      ]),
    ),
    ...['Mio.', 'Mio', 'mio.', 'mio'].map((word): [string, Noun] => [word, million]),
    ...['Mrd.', 'Mrd', 'mrd.', 'mrd'].map((word): [string, Noun] => [word, milliard]),
    ...['Tausend', 'tausend'].map((word): [string, Noun] => [word, { one: 'tausend', many: 'tausend' }]),
  ]),
  scaleLetters: new Map([
    ['k', 'tausend'],
    ['K', 'tausend'],
    ['M', 'million'],
  ]),
}
