import { cardinal, digitByDigit, numberReadings } from './spanishNumbers.ts'

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
const spelledOut = new Map([
  ['sr.', ['señor']],
  ['sra.', ['señora']],
  ['dr.', ['doctor']],
  ['dra.', ['doctora']],
  ['d.', ['don']],
  ['ud.', ['usted']],
  ['uds.', ['ustedes']],
  ['etc.', ['etcétera']],
  ['p.ej.', ['por ejemplo']],
  ['núm.', ['número']],
  ['n.º', ['número']],
  ['aprox.', ['aproximadamente']],
  ['ee.uu.', ['estados unidos']],
  ['&', ['y']],
  ['+', ['más']],
  ['=', ['igual a']],
  ['%', ['por ciento']],
  ['€', ['euros']],
  ['$', ['dólares']],
  ['km', ['kilómetros']],
  ['kg', ['kilos', 'kilogramos']],
  ['km/h', ['kilómetros por hora']],
])
const signs = new Map([
  ['€', 'euros'],
  ['$', 'dólares'],
  ['£', 'libras'],
  ['%', 'por ciento'],
])
const units = new Map([
  ['km', ['kilómetros']],
  ['kg', ['kilos', 'kilogramos']],
  ['m', ['metros']],
  ['cm', ['centímetros']],
  ['°', ['grados']],
  ['°c', ['grados', 'grados centígrados']],
  ['h', ['horas']],
  ['x', ['por']],
])
const letterNames = new Map(
  Object.entries({
    ...{ A: 'a', B: 'be', C: 'ce', D: 'de', E: 'e', F: 'efe', G: 'ge', H: 'hache', I: 'i', J: 'jota', K: 'ka' },
    ...{ L: 'ele', M: 'eme', N: 'ene', Ñ: 'eñe', O: 'o', P: 'pe', Q: 'cu', R: 'erre', S: 'ese', T: 'te', U: 'u' },
    ...{ V: 'uve', W: 'uve doble', X: 'equis', Y: 'i griega', Z: 'zeta' },
  }),
)

function timeReadings(hour: number, minute: number): string[] {
  const twelve = ((hour + 11) % 12) + 1
  const after = (hour % 12) + 1
  if (minute === 0) return [cardinal(hour), `${cardinal(hour)} en punto`, `${cardinal(twelve)} en punto`]
  const readings = [`${cardinal(hour)} ${cardinal(minute)}`, `${cardinal(twelve)} ${cardinal(minute)}`]
  if (minute === 30) readings.push(`${cardinal(twelve)} y media`)
  if (minute === 15) readings.push(`${cardinal(twelve)} y cuarto`)
  if (minute === 45) readings.push(`${cardinal(after)} menos cuarto`)
  if (minute < 30) readings.push(`${cardinal(twelve)} y ${cardinal(minute)}`)
  return readings
}

/** Ways to read one written word of a Spanish text, in Spanish words, the likeliest first; none for a plain word. */
export function spanishReadings(written: string): string[] {
  const word = written.replace(/^["'“‘«([{¿¡]+|["'”’»)\]},;:!?…]+$/gu, '')
  const known = spelledOut.get(word.toLowerCase())
  if (known) return known
  const number = String.raw`\d+(?:\.\d{3})*(?:,\d+)?`
  const match = (pattern: string) => new RegExp(`^${pattern}$`, 'iu').exec(word)
  let found = match(String.raw`(\d\d?):(\d\d)`)
  if (found) return timeReadings(Number(found[1]), Number(found[2]))
  found = match(String.raw`(\d\d?)[/.-](\d\d?)[/.-](\d{4})`)
  if (found) {
    const name = months[Number(found[2]) - 1] ?? ''
    const [day, year] = [cardinal(Number(found[1])), numberReadings(found[3]!)[0]!]
    return [`${day} de ${name} de ${year}`, `${day} del ${cardinal(Number(found[2]))} del ${year}`]
  }
  found = match(String.raw`(${number})\s?([€$£%])`) ?? match(`([€$£])(${number})`)
  if (found) {
    const [amount, sign] = /\d/.test(found[1]!) ? [found[1]!, found[2]!] : [found[2]!, found[1]!]
    const name = signs.get(sign) ?? ''
    const [whole = '', cents] = amount.split(',')
    const split = cents?.length === 2 ? [`${cardinal(Number(whole))} ${name} con ${cardinal(Number(cents))}`] : []
    return [...split, ...numberReadings(amount).flatMap((n) => [`${n} ${name}`]), ...numberReadings(amount).slice(0, 2)]
  }
  found = match(String.raw`-?(${number})\.?`)
  if (found) return numberReadings(found[1]!)
  found = match(String.raw`-?(${number})(\p{L}+|°c?)`)
  const unit = found && units.get(found[2]!.toLowerCase())
  if (found && unit)
    return numberReadings(found[1]!)
      .slice(0, 3)
      .flatMap((n) => unit.map((name) => `${n} ${name}`))
  found = match(`(${number})[-–—](${number})`)
  if (found) {
    const [low, high] = [numberReadings(found[1]!)[0]!, numberReadings(found[2]!)[0]!]
    return [`${low} a ${high}`, `${low} ${high}`, digitByDigit(found[0].replace(/\D/g, ''))]
  }
  if (/^\p{Lu}{2,5}$/u.test(word)) return [[...word].map((letter) => letterNames.get(letter) ?? '').join(' '), word]
  if (/\d/.test(word)) return [word.replace(/\d+/g, (digits) => ` ${numberReadings(digits)[0]} `)]
  return []
}
