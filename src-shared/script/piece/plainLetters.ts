import { blank } from './piece.ts'

// Letters in a style that social media make out of other characters of Unicode. Letterlike signs such as ℝ and ℯ are
// letters of a style only beside others.
const mathematical = /[\u{1D400}-\u{1D7FF}\u2102-\u2138]*[\u{1D400}-\u{1D7FF}][\u{1D400}-\u{1D7FF}\u2102-\u2138]*/gu
const fullWidth =
  /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]*[\uFF21-\uFF3A\uFF41-\uFF5A][\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]*/g
const circled = /[\u24B6-\u24E9](?!\uFE0F)/g
const superscript = /[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ]{2,}/g
// In brackets, squares, black circles and black squares. With a variation selector they are emoji.
const framed = /[\u{1F110}-\u{1F129}\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}](?!\uFE0F)/gu

const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ'
const theirLetters = 'abcdefghijklmnopqrstuvwyz'
const inSmallCapitals = new RegExp(`[a-z${smallCapitals}]*[${smallCapitals}][a-z${smallCapitals}]*`, 'g')
// The others are letters of phonetic writing too.
const onlySmallCapital = /[ᴀᴄᴅᴇꜰᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢ]/

// A line through or under each letter.
const lines = /(?<=[\p{L}\p{N}\s])[\u0332\u0333\u0335\u0336]/gu

const styled = new RegExp(
  `[\\u{1D400}-\\u{1D7FF}\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\u24B6-\\u24E9\\u{1F110}-\\u{1F189}ᵃ-ᶻⁱⁿᴬ-ᵂʰ-ˣ${smallCapitals}\\u0332-\\u0336]`,
  'u',
)

/** A text with styled letters as plain ones, in the same length: what a letter needs less is filled with blanks. */
export function plainLetters(text: string): string {
  if (!styled.test(text)) return text
  return text
    .replace(mathematical, plain)
    .replace(fullWidth, plain)
    .replace(circled, plain)
    .replace(superscript, plain)
    .replace(framed, (letter) => String.fromCharCode(65 + (((letter.codePointAt(0) ?? 0) - 0x1f110) % 32)) + blank)
    .replace(inSmallCapitals, (word) => (onlySmallCapital.test(word) ? word.replace(/./g, capital) : word))
    .replace(lines, blank)
}

function plain(run: string): string {
  return Array.from(run, (letter) => letter.normalize('NFKC').padEnd(letter.length, blank)).join('')
}

function capital(letter: string): string {
  const at = smallCapitals.indexOf(letter)
  return at < 0 ? letter : theirLetters[at]!
}
