const ones = `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
  diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
  veintiocho veintinueve`.split(/\s+/)
const tens = 'cero diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')
const hundreds = `cero ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
  novecientos`.split(/\s+/)

function belowThousand(n: number): string {
  if (n < 30) return ones[n]!
  if (n === 100) return 'cien'
  if (n < 100) return `${tens[Math.floor(n / 10)]}${n % 10 > 0 ? ` y ${ones[n % 10]}` : ''}`
  return `${hundreds[Math.floor(n / 100)]}${n % 100 > 0 ? ` ${belowThousand(n % 100)}` : ''}`
}

/** A whole number below 10^12 in Spanish words. */
export function cardinal(n: number): string {
  const millions = Math.floor(n / 1e6)
  const thousands = Math.floor(n / 1e3) % 1000
  const rest = n % 1000
  const groups: string[] = []
  if (millions > 0) groups.push(millions === 1 ? 'un millón' : `${cardinal(millions)} millones`)
  if (thousands > 0) groups.push(thousands === 1 ? 'mil' : `${belowThousand(thousands)} mil`)
  if (rest > 0 || groups.length === 0) groups.push(belowThousand(rest))
  return groups.join(' ')
}

export const digitByDigit = (digits: string): string => [...digits].map((digit) => ones[Number(digit)]!).join(' ')

/** The usual ways to read digits with Spanish grouping (`14.302`) and comma (`2,5`); the likeliest first. */
export function numberReadings(written: string): string[] {
  const [whole = '', decimals] = written.replace(/\.(?=\d{3})/g, '').split(',')
  const n = Number(whole)
  if (whole.length > 12) return [digitByDigit(whole)]
  if (decimals !== undefined) {
    const tail = decimals.startsWith('0') ? digitByDigit(decimals) : cardinal(Number(decimals))
    const readings = [`${cardinal(n)} coma ${tail}`, `${cardinal(n)} con ${tail}`, `${cardinal(n)} punto ${tail}`]
    return decimals === '5' ? [...readings, `${cardinal(n)} y medio`, `${cardinal(n)} y media`] : readings
  }
  const readings = [cardinal(n)]
  if (/uno$/.test(readings[0]!)) readings.push(readings[0]!.replace(/uno$/, 'un'), readings[0]!.replace(/uno$/, 'una'))
  if (n > 2000 && n < 2100) readings.push(`veinte ${cardinal(n % 100)}`)
  if (/cientos/.test(readings[0]!)) readings.push(readings[0]!.replaceAll('cientos', 'cientas'))
  if (whole.length > 1) readings.push(digitByDigit(whole))
  return readings
}
