import { blank, blanks } from './piece.ts'

// `\n` and the like, as they stand in a text that was encoded as JSON twice; a path's backslashes are its own.
const encoded = /(?<!\p{L})\p{L}:\\\S*|\\r\\n|\\[nrt]|(?:\\u[\da-fA-F]{4})+/gu
const isPath = /^\p{L}:/u
const sentenceEnd = /[.!?…:;,"”’)\]*—–-]/
const newLine = /[\s*#>—–[("“\\-]/

/** A text with the line breaks, tabs and characters that were encoded twice, in the same length. */
export function decodeTwice(text: string): string {
  if (!/\\[nrtu]/.test(text)) return text
  const places = [...text.matchAll(encoded)].filter(([sign]) => isBreak(sign))
  const sure = places.some(({ 0: sign, index }) => isSure(text, index, sign.length))
  const oneLine = !/[\r\n]/.test(text.trim())
  return text.replace(encoded, (sign: string, at: number) => {
    if (isPath.test(sign)) return sign
    if (/^\\u/.test(sign)) return decodeUnits(sign)
    if (!sure) return sign
    if (!isBreak(sign)) return oneLine ? ` ${blank}` : sign
    return oneLine || isSure(text, at, sign.length) ? `\n${blanks(sign.slice(1))}` : sign
  })
}

const isBreak = (sign: string) => /^\\[nr]/.test(sign)

/** Whether it stands where a line ends: behind a sentence, before a sign that begins a line, at an end, or twice. */
function isSure(text: string, at: number, length: number): boolean {
  const before = text[at - 1]
  const after = text[at + length]
  if (before === undefined || after === undefined) return true
  if (/\\[nr]$/.test(text.slice(Math.max(0, at - 2), at))) return true
  return (
    sentenceEnd.test(before) || (newLine.test(after) && before !== '\\') || (/\s/.test(before) && /\p{Lu}/u.test(after))
  )
}

function decodeUnits(run: string): string {
  const units = run.match(/[\da-f]{4}/gi)!.map((code) => String.fromCharCode(Number.parseInt(code, 16)))
  const decoded = units.join('')
  return /[\p{Cc}\p{Cs}]/u.test(decoded) ? run : decoded.padEnd(run.length, blank)
}
