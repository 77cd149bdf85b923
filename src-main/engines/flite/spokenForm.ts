import { transliterate } from './transliterate.ts'

/** A map, since an object would also know the word `constructor`. */
const table = <T = string>(entries: Readonly<Record<string, T>>) => new Map(Object.entries(entries))

const abbreviations = table({
  ...{ 'jan.': 'January', 'feb.': 'February', 'mar.': 'March', 'apr.': 'April', 'jun.': 'June', 'jul.': 'July' },
  ...{ 'aug.': 'August', 'sep.': 'September', 'sept.': 'September', 'oct.': 'October', 'nov.': 'November' },
  ...{ 'dec.': 'December', 'vs.': 'versus', vs: 'versus', 'approx.': 'approximately', 'etc.': 'et cetera' },
  ...{ 'prof.': 'Professor', 'inc.': 'Incorporated', 'ltd.': 'Limited', 'corp.': 'Corporation', 'dept.': 'department' },
  ...{ 'fig.': 'figure', 'vol.': 'volume', 'ave.': 'Avenue', 'blvd.': 'Boulevard', 'mt.': 'Mount' },
})
const units = table({
  ...{ km: 'kilometers', cm: 'centimeters', mm: 'millimeters', kg: 'kilograms', mg: 'milligrams', ml: 'milliliters' },
  ...{ mph: 'miles an hour', ft: 'feet', lb: 'pounds', lbs: 'pounds', oz: 'ounces', hz: 'hertz', khz: 'kilohertz' },
  ...{ mhz: 'megahertz', ghz: 'gigahertz', kb: 'kilobytes', mb: 'megabytes', gb: 'gigabytes', tb: 'terabytes' },
  ...{ kw: 'kilowatts', mw: 'megawatts', gw: 'gigawatts', kwh: 'kilowatt hours', hrs: 'hours', min: 'minutes' },
  ...{ 'km/h': 'kilometers an hour', 'm/s': 'meters a second' },
})
const symbols = table({ '&': 'and', '@': 'at', '+': 'plus', '=': 'equals', '%': 'percent' })
const fractions = table({
  ...{ '1/2': 'one half', '1/3': 'one third', '2/3': 'two thirds', '1/4': 'one quarter', '3/4': 'three quarters' },
})
const currencies = table<readonly [one: string, many: string]>({
  ...{ $: ['dollar', 'dollars'], '£': ['pound', 'pounds'], '€': ['euro', 'euros'], '¥': ['yen', 'yen'] },
  ...{ '₹': ['rupee', 'rupees'], '₩': ['won', 'won'], '₽': ['rouble', 'roubles'], '₿': ['bitcoin', 'bitcoins'] },
})
const scales = table({
  ...{ k: 'thousand', m: 'million', mn: 'million', bn: 'billion', b: 'billion', tn: 'trillion', t: 'trillion' },
})
const scaleWord = /^(hundred|thousand|million|billion|trillion)\b/i
const months = 'January February March April May June July August September October November December'.split(' ')

/** Words in capitals that are read as words; other short ones are read letter by letter. */
const readAsWords = new Set(
  `NASA NATO UNESCO UNICEF OPEC AIDS COVID RAM ROM LASER OK THE AND NOT YOU FOR ARE BUT ALL CAN NEW NOW WHO WHY HOW
   OUT ONE TWO YES NO SO TO OF IN IS AT BE BY DO GO HE ME MY OR UP WE ON AN AS IF HIS HER ITS OUR WAS HAS HAD GET GOT
   SEE SAY DAY WAY MAN OLD BIG TOP OFF ANY TOO LET PUT END RUN BUY PIN SIM GIF JPEG ZIP`.split(/\s+/),
)

// A short run of capitals with its own full stop, but no Roman numeral and no part of a longer or dotted word.
const capitals = /(?<![A-Za-z.])([A-Z]{2,5})(?='?s?\b)(?![A-Za-z]*\.[A-Za-z])(?![A-RT-Za-z])\.?/g

/** `BBC` becomes `B.B.C.`, which Flite reads reliably as letters. */
const spellCapitals = (word: string): string =>
  word.replace(capitals, (match, letters: string) =>
    readAsWords.has(letters) || /^[IVX]+$/.test(letters) || (letters.length > 3 && /[AEIOUY]/.test(letters))
      ? match
      : `${[...letters].join('.')}.`,
  )

/** `£3.5bn` becomes `3.5 billion pounds`; before `million` the name moves behind it (`owed` is then said after the next word). */
function sayMoney(word: string, next: string): { form: string; owed: string } | undefined {
  const match = /^([^\p{L}\d]*?)([$£€¥₹₩₽₿])([\d.,]*\d)(k|mn?|bn?|tn?)?([^\p{L}\d]*)$/iu.exec(word)
  if (!match) return undefined
  const [, before = '', sign = '', amount = '', suffix = '', after = ''] = match
  const [one, many] = currencies.get(sign) ?? ['', '']
  const scale = scales.get(suffix.toLowerCase())
  if (scale) return { form: `${before}${amount} ${scale} ${many}${after}`, owed: '' }
  if (scaleWord.test(next) && after === '') return { form: before + amount, owed: many }
  const [whole = '', cents] = amount.split(/\.(?=\d\d$)/)
  const name = whole === '1' ? one : many
  return { form: `${before}${whole} ${name}${cents && cents !== '00' ? ` ${Number(cents)}` : ''}${after}`, owed: '' }
}

const sayDate = (word: string): string =>
  word.replace(/^(\d{4})-(\d\d)-(\d\d)(?=\W*$)/, (match, year: string, month: string, day: string) => {
    const name = months[Number(month) - 1]
    return name ? `${name} ${Number(day)} ${year}` : match
  })

const sayAddress = (word: string): string =>
  word
    .replace(/^(https?:\/\/|mailto:)/i, '')
    .replace(/\.(?=\w)/g, ' dot ')
    .replace(/\//g, ' slash ')
    .replace(/[?#].*$/, '')

const isAddress = (word: string): boolean =>
  /^https?:\/\/|^www\.|\w@\w+\.\w|^[\w-]+\.(com|org|net|io|dev)\b/i.test(word)

/** Signs that stand for words, and signs that stand for nothing in speech. */
const saySigns = (word: string): string =>
  word
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/[™®©℠]/g, '')
    .replace(/(?<=\d)½/g, ' and a half')
    .replace(/²/g, ' squared')
    .replace(/³/g, ' cubed')
    .replace(/×/g, ' times ')
    .replace(/±/g, ' plus or minus ')
    .replace(/≈/g, ' about ')
    .replace(/°\s?C\b/g, ' degrees Celsius')
    .replace(/°\s?F\b/g, ' degrees Fahrenheit')
    .replace(/°/g, ' degrees ')
    .replace(/#(?=\d)/g, 'number ')
    .replace(/(?<=\b[A-G])#/g, ' sharp')
    .replace(/(?<=[\p{L}\d.])[-‐-―](?=[\p{L}\d])/gu, (dash) =>
      dash === '-' || dash === '‐' || dash === '‑' ? '-' : ', ',
    )
    .replace(/(?<=\p{L})&(?=\p{L})/gu, ' and ')

const sayNumbers = (word: string): string =>
  word
    .replace(/(?<![\d/])(\d\/\d)(?![\d/])/g, (match) => fractions.get(match) ?? match)
    .replace(/(\d)\s?(am|pm)\b/gi, (_, digit: string, half: string) => `${digit} ${[...half].join('.')}.`)
    .replace(/\d+(\.\d+){2,}/g, (version) => version.replaceAll('.', ' point '))
    .replace(/(\d)([A-Za-z/]+)\b/g, (match, digit: string, unit: string) => {
      const name = units.get(unit.toLowerCase())
      return name ? `${digit} ${name}` : match
    })

/** What is left of quotes, brackets and markup (`*bold*`, `<b>`, `snake_case`) is never read aloud. */
const dropMarks = (word: string): string =>
  word
    .replace(/(?<=[A-Za-z])\/(?=\w)/g, ' ')
    .replace(/\.{2,}/g, '.')
    .replace(/["<>{}[\]()*_~^|\\`$#]/g, ' ')
    .replace(/(?<=\s|^)[/'-]+(?=\s|$)/g, ' ')
    .replace(/(?<=\s|^)'|'(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim()

function sayWord(word: string, previous: string): string {
  const plain = transliterate(word)
  const known = abbreviations.get(plain.toLowerCase()) ?? symbols.get(plain)
  if (known) return known
  if (/\d$/.test(previous)) {
    const [, unit = '', punctuation = ''] = /^([A-Za-z/]+)([.,;:!?]*)$/.exec(plain) ?? []
    const name = units.get(unit.toLowerCase())
    if (name) return name + punctuation
  }
  if (isAddress(plain))
    return transliterate(sayAddress(plain))
      .replace(/@/g, ' at ')
      .replace(/[-_=&]/g, ' ')
  return spellCapitals(dropMarks(sayNumbers(transliterate(saySigns(sayDate(word))))))
}

/**
 * How each written word of an English text is given to Flite: printable ASCII, or '' for a word without sound of its
 * own (a dash, an emoji, a script that Flite can't read). What Flite expands well by itself stays as it is written.
 */
export function englishForms(words: readonly string[]): string[] {
  let owed = ''
  return words.map((word, i) => {
    const next = words[i + 1] ?? ''
    if (owed) {
      const [, scale = '', rest = ''] = /^(\p{L}+)(.*)$/u.exec(word) ?? []
      const form = `${scale} ${owed}${dropMarks(transliterate(rest))}`
      owed = ''
      return form
    }
    const money = sayMoney(word, next)
    if (money) {
      owed = money.owed
      return dropMarks(transliterate(money.form))
    }
    if (/^no\.$/i.test(word) && /^\d/.test(next)) return 'number'
    return sayWord(word, words[i - 1] ?? '')
  })
}
