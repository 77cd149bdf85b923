import { blank, literal, type Piece } from './piece.ts'

// Two backslashes before a name are the beginning of a network path.
const punctuation = /\\([!-/:-@[\]^_`{-~]|\\(?![\p{L}\p{N}])|\p{Dash}(?=[\s\u200B-\u200D\u2060]*pause))/giu
const ofMarks = /\\([[(<{*]|\p{Dash}(?=[\s\u200B-\u200D\u2060]*pause))/giu

/**
 * Takes backslashes away, and what stands behind one stands for itself: punctuation of ASCII as in CommonMark, and the
 * dash of a pause marker. With markup off only a mark's beginning is meant.
 */
export function keepEscaped(piece: Piece, markup: boolean): void {
  if (!piece.text.includes('\\')) return
  // One at a line's end is a line break of CommonMark's.
  if (markup) piece.text = piece.text.replace(punctuation, blank + literal).replace(/\\(?=\n)/g, blank)
  else
    piece.text = piece.text.replace(ofMarks, (escaped, _, at: number) =>
      isMark(piece.text, at) ? blank + literal : escaped,
    )
}

const mark =
  /[[(<{*]{1,3}\s*(?:(?:short|long)\s+)?(?:pause|break|silence|beat|voice|speed|background|title|look)\b|\[[^\]\n]{1,100}\]\(\s*say\b/iy

function isMark(text: string, at: number): boolean {
  if (/\p{Dash}/u.test(text[at + 1]!)) return true
  mark.lastIndex = at + 1
  return mark.test(text)
}
