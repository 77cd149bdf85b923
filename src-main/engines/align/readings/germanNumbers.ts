const ones = `null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
  siebzehn achtzehn neunzehn`.split(/\s+/)
const tens = 'null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

const belowHundred = (n: number): string => {
  if (n < 20) return ones[n]!
  return `${n % 10 > 0 ? `${ones[n % 10]} und ` : ''}${tens[Math.floor(n / 10)]}`
}

/** The parts of a German number word, apart, so that each can be found: `zwei tausend neunzehn`. A last `ein` is `eins`. */
export function cardinal(n: number): string {
  const words = parts(n)
  return words === 'ein' || words.endsWith(' ein') ? `${words}s` : words
}

function parts(n: number): string {
  if (n === 0) return 'null'
  const groups: string[] = []
  const millions = Math.floor(n / 1e6)
  const thousands = Math.floor(n / 1e3) % 1000
  const hundreds = Math.floor(n / 100) % 10
  const rest = n % 100
  if (millions >= 1000) groups.push(parts(Math.floor(millions / 1000)), 'Milliarden')
  if (millions % 1000 > 0) groups.push(millions === 1 ? 'eine Million' : `${parts(millions % 1000)} Millionen`)
  if (thousands > 0) groups.push(`${parts(thousands)} tausend`)
  if (hundreds > 0) groups.push(`${ones[hundreds]} hundert`)
  if (rest > 0) groups.push(belowHundred(rest))
  return groups.join(' ')
}

export const ordinalStem = (n: number): string => {
  const irregular = new Map([
    [1, 'erst'],
    [3, 'dritt'],
    [7, 'siebt'],
    [8, 'acht'],
  ])
  return irregular.get(n) ?? `${cardinal(n)}${n < 20 ? 't' : 'st'}`
}

export const digitByDigit = (digits: string): string =>
  [...digits].map((digit) => (digit === '1' ? 'eins' : ones[Number(digit)]!)).join(' ')

/** The usual ways to read digits with German grouping (`14.302`) and comma (`2,5`); the likeliest first. */
export function numberReadings(written: string): string[] {
  const [whole = '', decimals] = written.replace(/\.(?=\d{3})/g, '').split(',')
  const n = Number(whole)
  if (whole.length > 12) return [digitByDigit(whole)]
  if (decimals !== undefined) {
    const point = `${cardinal(n)} Komma`
    return [`${point} ${digitByDigit(decimals)}`, ...(decimals === '5' ? [`${parts(n)} einhalb`] : [])]
  }
  const readings = [cardinal(n)]
  if (n >= 1100 && n < 2000 && !written.includes('.')) {
    const year = `${belowHundred(Math.floor(n / 100))} hundert${n % 100 > 0 ? ` ${cardinal(n % 100)}` : ''}`
    readings.unshift(year)
  }
  if (n > 2000 && n < 2100) readings.push(`zwanzig ${cardinal(n % 100)}`)
  if (n >= 100 && n < 200) readings.push(cardinal(n).replace(/^ein /, ''))
  if (n >= 1000 && n < 2000) readings.push(cardinal(n).replace(/^ein /, ''))
  if (whole.length > 1) readings.push(digitByDigit(whole))
  return readings
}
