const ones = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/)
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: readonly (readonly [size: number, name: string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
]

const belowHundred = (n: number): string =>
  n < 20 ? ones[n]! : `${tens[Math.floor(n / 10)]}${n % 10 > 0 ? ` ${ones[n % 10]}` : ''}`

/** `and` between hundreds and the rest, as in British English. */
function belowThousand(n: number, and: boolean): string {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  if (hundreds === 0) return belowHundred(rest)
  return `${ones[hundreds]} hundred${rest > 0 ? ` ${and ? 'and ' : ''}${belowHundred(rest)}` : ''}`
}

/** A whole number below 10^15 in words. */
export function cardinal(n: number, and = false): string {
  for (const [size, name] of scales) {
    if (n < size) continue
    const rest = n % size
    const join = and && rest < 100 ? ' and ' : ' '
    return `${cardinal(Math.floor(n / size), and)} ${name}${rest > 0 ? join + cardinal(rest, and) : ''}`
  }
  return belowThousand(n, and)
}

/** Three or four digits read in two parts: `one twenty`, `one oh one`, `nineteen eighty three`, `seventeen hundred`. */
function paired(n: number): string[] {
  const high = belowHundred(Math.floor(n / 100))
  const low = n % 100
  if (low === 0) return n % 1000 === 0 ? [] : [`${high} hundred`]
  const pairs = `${high} ${low < 10 ? `oh ${ones[low]}` : belowHundred(low)}`
  const long = `${high} hundred ${belowHundred(low)}`
  return n < 1000 || Math.floor(n / 100) % 10 === 0
    ? [pairs]
    : [pairs, long, `${high} hundred and ${belowHundred(low)}`]
}

/** A year as it is usually read, the likeliest first. */
export const yearReadings = (year: number): string[] => [
  ...paired(year).slice(0, 1),
  cardinal(year),
  cardinal(year, true),
]

/** One digit after the other, with zero as zero or as oh. */
export function digitByDigit(digits: string): string[] {
  const names = [...digits].map((digit) => ones[Number(digit)]!)
  const zeros = names.join(' ')
  return digits.includes('0') ? [zeros, zeros.replaceAll('zero', 'oh')] : [zeros]
}

const ordinalEndings: readonly (readonly [RegExp, string])[] = [
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
export function ordinal(n: number): string {
  const words = cardinal(n)
  const [ending, replacement] = ordinalEndings.find(([end]) => end.test(words))!
  return words.replace(ending, replacement)
}

/** The usual ways to read digits, with or without grouping commas and decimals; the likeliest first. */
export function numberReadings(written: string): string[] {
  const [whole = '', decimals] = written.replaceAll(',', '').split('.')
  const n = Number(whole)
  if (whole.length > 15 || !Number.isFinite(n)) return digitByDigit(whole)
  if (decimals !== undefined) {
    const point = digitByDigit(decimals).map((digits) => `${cardinal(n)} point ${digits}`)
    if (decimals === '5') point.push(`${cardinal(n)} and a half`)
    if (decimals === '25') point.push(`${cardinal(n)} and a quarter`)
    if (/^0+$/.test(decimals)) point.push(cardinal(n))
    return point
  }
  const readings = [cardinal(n)]
  if (n > 100) readings.push(cardinal(n, true))
  if (/^1(00|0{3,})$/.test(whole) || (n > 100 && n < 200)) readings.push(cardinal(n, true).replace(/^one/, 'a'))
  if (!written.includes(',') && whole.length >= 3 && whole.length <= 4) readings.push(...paired(n))
  if (whole.length > 1) readings.push(...digitByDigit(whole))
  return readings
}
