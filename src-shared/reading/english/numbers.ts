import type { NumberWords } from '../grammar/language.ts'

const ones = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/)
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scaleNames =
  'thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion'.split(
    ' ',
  )

const belowHundred = (n: number): string =>
  n < 20 ? ones[n]! : `${tens[Math.floor(n / 10)]}${n % 10 > 0 ? ` ${ones[n % 10]}` : ''}`

function belowThousand(n: number): string {
  const hundreds = Math.floor(n / 100)
  if (hundreds === 0) return belowHundred(n)
  return `${ones[hundreds]} hundred${n % 100 > 0 ? ` ${belowHundred(n % 100)}` : ''}`
}

/** A whole number below 10^36, without `and`. */
export function cardinal(n: bigint): string | undefined {
  if (n < 1000n) return belowThousand(Number(n))
  const groups: string[] = []
  for (let rest = n, scale = -1; rest > 0n; rest /= 1000n, scale++) {
    if (scale >= scaleNames.length) return undefined
    const group = Number(rest % 1000n)
    if (group > 0) groups.unshift(`${belowThousand(group)}${scale >= 0 ? ` ${scaleNames[scale]}` : ''}`)
  }
  return groups.join(' ')
}

/** Two parts of two digits: `nineteen oh six`, `one twenty three`, `twenty five hundred`; a thousand stays one. */
export function paired(n: number): string {
  const low = n % 100
  const high = Math.floor(n / 100)
  if (n < 100 || n % 1000 === 0) return cardinal(BigInt(n))!
  if (low === 0) return `${belowHundred(high)} hundred`
  return `${belowHundred(high)} ${low < 10 ? `oh ${ones[low]}` : belowHundred(low)}`
}

const year = (n: number): string => (n < 1000 || (n >= 2000 && n < 2010) ? cardinal(BigInt(n))! : paired(n))

const endings: readonly (readonly [RegExp, string])[] = [
  [/one$/, 'first'],
  [/two$/, 'second'],
  [/three$/, 'third'],
  [/five$/, 'fifth'],
  [/eight$/, 'eighth'],
  [/nine$/, 'ninth'],
  [/twelve$/, 'twelfth'],
  [/y$/, 'ieth'],
  [/$/, 'th'],
]

/** `5` as `fifth`. */
export function ordinal(n: bigint): string | undefined {
  const words = cardinal(n)
  const [ending, replacement] = endings.find(([end]) => end.test(words ?? ''))!
  return words?.replace(ending, replacement)
}

/** The ordinal that fits its written ending: `2nd`, but not `2th`. */
export function writtenOrdinal(n: bigint, ending: string): string | undefined {
  const teen = n % 100n > 10n && n % 100n < 14n
  const right = teen ? 'th' : (['th', 'st', 'nd', 'rd'][Number(n % 10n)] ?? 'th')
  return ending === right ? ordinal(n) : undefined
}

/** `three quarters`, `two and one third`. */
export function fraction(over: bigint, under: bigint, whole?: bigint): string | undefined {
  const halves = under === 2n ? (over === 1n ? 'half' : 'halves') : undefined
  const quarters = under === 4n ? `quarter${over === 1n ? '' : 's'}` : undefined
  const part = halves ?? quarters ?? (under > 2n ? `${ordinal(under)}${over === 1n ? '' : 's'}` : undefined)
  const said = part ? `${cardinal(over)} ${part}` : `${cardinal(over)} over ${cardinal(under)}`
  if (whole === undefined) return said
  return `${cardinal(whole)} and ${over === 1n && under === 2n ? 'a half' : said}`
}

const noun = (name: string) => ({ one: name, many: name })

export const englishNumbers: NumberWords = {
  digits: ones.slice(0, 10),
  cardinal,
  point: 'point',
  decimals: (digits) => [...digits].map((digit) => ones[Number(digit)]).join(' '),
  year,
  scales: new Map(
    ['hundred', ...scaleNames].flatMap((name) => [
      [name, noun(name)],
      [name[0]!.toUpperCase() + name.slice(1), noun(name)],
    ]),
  ),
  scaleLetters: new Map([
    ['k', 'thousand'],
    ['K', 'thousand'],
    ['m', 'million'],
    ['M', 'million'],
    ['mn', 'million'],
    ['mln', 'million'],
    ['mm', 'million'],
    ['MM', 'million'],
    ['bn', 'billion'],
    ['Bn', 'billion'],
    ['BN', 'billion'],
    ['b', 'billion'],
    ['B', 'billion'],
    ['tn', 'trillion'],
    ['trn', 'trillion'],
    ['t', 'trillion'],
    ['T', 'trillion'],
  ]),
}
