import { decodeString } from 'micromark-util-decode-string'
import { blank, literal, noncharacters, type Piece } from '../piece/piece.ts'

const entity = /&(?:amp;){0,3}(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi
// What browsers make of numbers that mean controls: the characters of Windows-1252.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Decodes the entities of HTML, also those that were encoded twice; what becomes punctuation is no markup. */
export function decodeEntities(piece: Piece): void {
  if (!piece.text.includes('&')) return
  piece.text = piece.text.replace(entity, (written: string, name: string, at: number) => {
    const decoded = decode(name)
    if (decoded === undefined || decoded.length > written.length) return written
    if (!/^[!-/:-@[-`{-~]$/.test(decoded)) return decoded.padEnd(written.length, blank)
    piece.literals.set(at, decoded)
    return literal.padEnd(written.length, blank)
  })
}

function decode(name: string): string | undefined {
  const control = windows1252[Number(name.replace(/^#x/i, '0x').replace(/^#/, '')) - 128]
  if (control !== undefined) return control
  const decoded = decodeString(`&${name};`).replace(noncharacters, '')
  return decoded === `&${name};` ? undefined : decoded
}
