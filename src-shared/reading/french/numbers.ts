import type { Noun, NumberForm, NumberWords } from '../grammar/language.ts'
import { sayDigits } from '../grammar/numerals.ts'

const ones =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const tens = ['', 'dix', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante']
const large = 'million milliard billion billiard trillion trilliard'.split(' ')

function belowHundred(n: number): string {
  if (n < 20) return ones[n]!
  if (n >= 80) return n === 80 ? 'quatre-vingts' : `quatre-vingt-${ones[n - 80]}`
  const base = n >= 60 ? 60 : n - (n % 10)
  const rest = n - base
  if (rest === 0) return tens[base / 10]!
  return `${tens[base / 10]}${rest % 10 === 1 && rest < 12 ? ' et ' : '-'}${ones[rest]}`
}

/** @param last whether nothing follows, since only then hundreds and four score take their s */
function belowThousand(n: number, last: boolean): string {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  const low = rest > 0 ? belowHundred(rest) : ''
  const front = hundreds === 0 ? '' : hundreds === 1 ? 'cent' : `${ones[hundreds]} cent${rest === 0 && last ? 's' : ''}`
  return [front, last ? low : low.replace(/vingts$/, 'vingt')].filter(Boolean).join(' ')
}

/** A whole number below 10^24, by the long scale. */
function cardinal(n: bigint, form: NumberForm = 'alone'): string | undefined {
  if (n === 0n) return ones[0]!
  const groups: string[] = []
  for (let rest = n, scale = 0; rest > 0n; rest /= 1000n, scale++) {
    const group = Number(rest % 1000n)
    if (group === 0) continue
    if (scale === 0) groups.unshift(belowThousand(group, true))
    else if (scale === 1) groups.unshift(group === 1 ? 'mille' : `${belowThousand(group, false)} mille`)
    else {
      const name = large[scale - 2]
      if (!name) return undefined
      groups.unshift(`${belowThousand(group, true)} ${name}${group > 1 ? 's' : ''}`)
    }
  }
  const words = groups.join(' ')
  return form === 'feminine' ? words.replace(/(?<=^|[ -])un$/, 'une') : words
}

/** Up to three decimals as a number, zeros before it one by one. */
function decimals(digits: string): string {
  const [zeros = ''] = /^0*/.exec(digits) ?? []
  if (digits.length > 3 || zeros.length === digits.length) return sayDigits(ones, digits)
  return `${sayDigits(ones, zeros)} ${cardinal(BigInt(digits))}`.trim()
}

/** `premier`, `vingt et unième`. */
export function ordinal(n: bigint, ending: string): string | undefined {
  if (n === 1n) return /r?re|ère/.test(ending) ? 'première' : 'premier'
  if (/^nde?$/.test(ending)) return n === 2n ? `second${ending.slice(2)}` : undefined
  const stem = cardinal(n)?.replace(/(?:quatre-vingt|cent|million|milliard|billion)s$/, (word) => word.slice(0, -1))
  return stem?.replace(/e$/, '').replace(/cinq$/, 'cinqu').replace(/neuf$/, 'neuv').concat('ième')
}

/** `un demi`, `trois quarts`, `quatre et deux tiers`. */
export function fraction(over: bigint, under: bigint, whole: bigint | undefined): string | undefined {
  const names = new Map([
    [2n, 'demi'],
    [3n, 'tiers'],
    [4n, 'quart'],
  ])
  const name = names.get(under) ?? ordinal(under, 'e')
  if (!name || under < 2n) return undefined
  const said = `${cardinal(over)} ${name}${over > 1n && !name.endsWith('s') ? 's' : ''}`
  if (whole === undefined) return said
  return `${cardinal(whole)} et ${over === 1n && under === 2n ? 'demi' : said}`
}

const scale = (name: string): Noun => ({ one: name, many: `${name}s` })

export const frenchNumbers: NumberWords = {
  digits: ones.slice(0, 10),
  cardinal,
  point: 'virgule',
  decimals,
  year: (n) => cardinal(BigInt(n))!,
  scales: new Map<string, Noun>([
    ...large.flatMap((name): [string, Noun][] => [
      [name, scale(name)],
      [`${name}s`, scale(name)],
    ]),
    ['mille', { one: 'mille', many: 'mille' }],
  ]),
  scaleLetters: new Map([
    ['k', 'mille'],
    ['K', 'mille'],
    ['M', 'million'],
    ['Md', 'milliard'],
    ['Mds', 'milliard'],
  ]),
}
