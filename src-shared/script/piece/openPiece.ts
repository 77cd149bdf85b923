import { decodeTwice } from './decodeTwice.ts'
import { blank, blanks, noncharacters, type Piece } from './piece.ts'
import { plainLetters } from './plainLetters.ts'

// What shows nothing and says nothing. Between letters of scripts without spaces it tells where a line may break.
const zeroWidth =
  /\uFEFF|(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\u200B\u2060](?![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])/gu

// Colours of a terminal.
const escapeSequence = /\p{Cc}\[[\d;]{1,12}m/gu

/** A source in the same length, with `\n` for every line break, plain letters, and nothing where nothing is shown. */
export function level(source: string, decode: boolean): string {
  const text = source
    .replace(noncharacters, blank)
    .replace(zeroWidth, blank)
    .replace(escapeSequence, blanks)
    .replace(/\r\n/g, `${blank}\n`)
    // Of word processors and pages besides: line, page and paragraph ends.
    .replace(/[\r\v\f\u0085\u2028\u2029]/g, '\n')
  return plainLetters(decode ? decodeTwice(text) : text)
}

export function openPiece(source: string, decode: boolean): Piece {
  return { source, text: level(source, decode), literals: new Map(), found: [], told: [] }
}
