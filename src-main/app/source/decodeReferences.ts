import { decodeString } from 'micromark-util-decode-string'
import { literal } from './literal.ts'

// What is escaped, so that no reference is looked for in it, or a character reference.
const escapeOrReference = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});/g
const restOfReference = /^#?\w{1,31};/

/** A text whose character references (`&eacute;`, `&#233;`) are decoded. What one stands for is never a mark. */
export function decodeReferences(text: string): string {
  return text.replace(escapeOrReference, (written, at: number) => {
    const decoded = written.startsWith('\\') ? written : decodeString(written)
    if (decoded === written) return written
    const beginsAnother = decoded === '&' && restOfReference.test(text.slice(at + written.length))
    return beginsAnother ? '\\&' : literal(decoded)
  })
}
