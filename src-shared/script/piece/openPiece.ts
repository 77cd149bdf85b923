import { decodeTwice } from './decodeTwice.ts'
import { blank, noncharacters, type Piece } from './piece.ts'
import { plainLetters } from './plainLetters.ts'

// What shows nothing and says nothing. Between letters of scripts without spaces it tells where a line may break.
const zeroWidth =
  /\uFEFF|(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\u200B\u2060](?![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])/gu

/** A source in the same length, with `\n` for every line break, plain letters, and nothing where nothing is shown. */
export function level(source: string, decode: boolean): string {
  const text = source
    .replace(noncharacters, blank)
    .replace(zeroWidth, blank)
    .replace(/\r\n/g, `${blank}\n`)
    .replace(/\r/g, '\n')
  return plainLetters(decode ? decodeTwice(text) : text)
}

export function openPiece(source: string, decode: boolean): Piece {
  return { source, text: level(source, decode), literals: new Map(), found: [], told: [] }
}
