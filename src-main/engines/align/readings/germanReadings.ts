import { cardinal, digitByDigit, numberReadings, ordinalStem } from './germanNumbers.ts'

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const spelledOut = new Map([
  ['z.b.', ['zum Beispiel']],
  ['z.', ['zum']],
  ['b.', ['Beispiel']],
  ['d.h.', ['das heißt']],
  ['usw.', ['und so weiter']],
  ['u.a.', ['unter anderem']],
  ['bzw.', ['beziehungsweise']],
  ['ca.', ['zirka', 'ungefähr']],
  ['dr.', ['Doktor']],
  ['prof.', ['Professor']],
  ['nr.', ['Nummer']],
  ['str.', ['Straße']],
  ['st.', ['Sankt']],
  ['hr.', ['Herr']],
  ['fr.', ['Frau']],
  ['mio.', ['Millionen']],
  ['mrd.', ['Milliarden']],
  ['&', ['und']],
  ['+', ['plus']],
  ['=', ['gleich']],
  ['%', ['Prozent']],
  ['€', ['Euro']],
  ['$', ['Dollar']],
  ['km', ['Kilometer', 'ka em']],
  ['kg', ['Kilo', 'Kilogramm']],
  ['km/h', ['Stundenkilometer', 'Kilometer pro Stunde', 'ka em ha']],
  ['°c', ['Grad', 'Grad Celsius']],
])
const signs = new Map([
  ['€', 'Euro'],
  ['$', 'Dollar'],
  ['£', 'Pfund'],
  ['%', 'Prozent'],
])
const units = new Map([
  ['km', ['Kilometer']],
  ['kg', ['Kilo', 'Kilogramm']],
  ['m', ['Meter']],
  ['cm', ['Zentimeter']],
  ['°', ['Grad']],
  ['°c', ['Grad', 'Grad Celsius']],
  ['gb', ['Gigabyte']],
  ['x', ['mal']],
])
const letterNames = new Map(
  Object.entries({
    ...{ A: 'a', B: 'be', C: 'ze', D: 'de', E: 'e', F: 'eff', G: 'ge', H: 'ha', I: 'i', J: 'jott', K: 'ka', L: 'ell' },
    ...{ M: 'emm', N: 'enn', O: 'o', P: 'pe', Q: 'ku', R: 'err', S: 'ess', T: 'te', U: 'u', V: 'vau', W: 'we' },
    ...{ X: 'iks', Y: 'üpsilon', Z: 'zett', Ä: 'ä', Ö: 'ö', Ü: 'ü' },
  }),
)

function timeReadings(hour: number, minute: number, next: string): string[] {
  const clock = /^uhr/i.test(next) ? '' : ' Uhr'
  const twelve = ((hour + 11) % 12) + 1
  const after = (hour % 12) + 1
  if (minute === 0) return [`${cardinal(hour).replace(/s$/, '')}${clock}`, `${cardinal(hour)} null null`]
  const readings = [`${cardinal(hour)} Uhr ${cardinal(minute)}`, `${cardinal(hour)} ${cardinal(minute)}`]
  if (minute === 30) readings.push(`halb ${cardinal(after)}`)
  if (minute === 15) readings.push(`viertel nach ${cardinal(twelve)}`, `viertel ${cardinal(after)}`)
  if (minute === 45) readings.push(`viertel vor ${cardinal(after)}`, `dreiviertel ${cardinal(after)}`)
  return readings
}

function ordinalReadings(n: number, next: string): string[] {
  const stem = ordinalStem(n)
  const month = months.some((name) => next.startsWith(name))
  const ordinals = [`${stem}er`, `${stem}en`, `${stem}e`]
  return month ? ordinals : [cardinal(n), ...ordinals]
}

/** Ways to read one written word of a German text, in German words, the likeliest first; none for a plain word. */
export function germanReadings(written: string, next: string): string[] {
  const word = written.replace(/^["'“„‚‘«»([{]+|["'“”’‘«»)\]},;:!?…]+$/gu, '')
  const known = spelledOut.get(word.toLowerCase())
  if (known) return known
  const number = String.raw`\d+(?:\.\d{3})*(?:,\d+)?`
  const match = (pattern: string) => new RegExp(`^${pattern}$`, 'iu').exec(word)
  let found = match(String.raw`(\d\d?):(\d\d)`)
  if (found) return timeReadings(Number(found[1]), Number(found[2]), next)
  found = match(String.raw`(\d\d?)\.(\d\d?)\.(\d{4})?`)
  if (found) {
    const [day, month] = [ordinalStem(Number(found[1])), Number(found[2])]
    const years = found[3] ? numberReadings(found[3]).map((year) => ` ${year}`) : ['']
    const names = [months[month - 1] ?? '', `${ordinalStem(month)}er`, `${ordinalStem(month)}en`]
    return years
      .slice(0, 2)
      .flatMap((year) => names.flatMap((name) => [`${day}er ${name}${year}`, `${day}en ${name}${year}`]))
  }
  found = match(String.raw`(${number})\s?([€$£%])`) ?? match(`([€$£])(${number})`)
  if (found) {
    const [amount, sign] = /\d/.test(found[1]!) ? [found[1]!, found[2]!] : [found[2]!, found[1]!]
    const name = signs.get(sign) ?? ''
    const [whole = '', cents] = amount.split(',')
    const split = cents?.length === 2 ? [`${numberReadings(whole)[0]} ${name} ${cardinal(Number(cents))}`] : []
    return [...split, ...numberReadings(amount).map((n) => `${n} ${name}`), ...numberReadings(amount).slice(0, 2)]
  }
  found = match(String.raw`(\d\d?)\.`)
  if (found) return ordinalReadings(Number(found[1]), next)
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
    return [`${low} bis ${high}`, `${low} ${high}`, digitByDigit(found[0].replace(/\D/g, ''))]
  }
  if (/^\p{Lu}{2,5}$/u.test(word)) return [[...word].map((letter) => letterNames.get(letter) ?? '').join(' '), word]
  if (/\d/.test(word)) return [word.replace(/\d+/g, (digits) => ` ${numberReadings(digits)[0]} `)]
  return []
}
