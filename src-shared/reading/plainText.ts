/** Small capitals, which Unicode does not decompose. */
const smallCapitals = new Map(
  [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ'].map((letter, i) => [letter, 'abcdefghijklmnopqrstuvwyz'[i]!]),
)

const marks = new Map(
  Object.entries({
    '‘': "'",
    '’': "'",
    ʼ: "'",
    '′': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '″': '"',
    '‐': '-',
    '‑': '-',
    '−': '-',
    '‒': '–',
    '―': '—',
    '⁄': '/',
    '∕': '/',
    '∗': '*',
    '·': '·',
    '∙': '·',
    '℃': '°C',
    '℉': '°F',
    '。': '.',
    '、': ',',
    '،': ',',
    '؟': '?',
    '؛': ';',
    '№': '#',
  }),
)

/** What says something by its place or form, which plain letters would not: powers, fractions, ordinal letters. */
const kept = /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞ºª…™®©℠]/u

/** Written above the line, letters too: `1ᵉʳ`. */
const raisedLetter = /[\u1d2c-\u1d6a\u02b0-\u02b8\u02e1-\u02e3]/u

/** Marks that are no letters and have no sound: soft hyphens, joiners, directions, variations of emoji. */
const unseen = /\p{Cf}|\p{Variation_Selector}/gu

/** The value of a digit of any script; digits stand in tens, zero first. */
function digitOf(character: string): string {
  const code = character.codePointAt(0)!
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

function plainCharacter(character: string): string {
  const known = marks.get(character) ?? smallCapitals.get(character)
  if (known !== undefined) return known
  if (character < '\u0080' || kept.test(character)) return character
  if (raisedLetter.test(character)) return character.normalize('NFKD')
  const plain = character.normalize('NFKC')
  return /\p{Nd}/u.test(plain) ? plain.replace(/\p{Nd}/gu, digitOf) : plain
}

/**
 * A written word in plain characters: styled letters, figures of other scripts, quotes and dashes in one form each;
 * powers, fractions and ordinal marks as they are. White space inside becomes nothing.
 */
export const plainText = (word: string): string =>
  [...word.normalize('NFC').replace(unseen, '')]
    .map(plainCharacter)
    .join('')
    .replace(/\s/gu, '')
    // A dollar inside a name is an s: `Ke$ha`.
    .replace(/(?<=\p{L})\$(?=\p{Ll})/gu, 's')
    .replace(/(?<=\p{L})\$(?=\p{Lu})/gu, 'S')
