// A dash as it was meant, or as an em or en dash looks once its bytes were read in another encoding than its own.
const dashes = [
  /\p{Dash}/u,
  /‚Ä[îì]/, // UTF-8 read as Mac Roman
  /â€["“”–—]/, // as Windows-1252, its third byte a curly, straightened or resolved quote
  /â\u0080[\u0093\u0094]/, // as Latin-1
  /вЂ[“”]/, // as Windows-1251
  /[ΓÔ]Ç[öô]/, // as DOS 437 or 850
  /Ã¢â‚¬â€["œ“”\u009d]?/, // as Windows-1252, twice
  /[\u0096\u0097\uFFFD]/, // one byte of Windows-1252, read as Latin-1 or as UTF-8
]
const dash = `(?:${dashes.map((form) => form.source).join('|')})`

// White space, and the zero-width characters that pages and chat programs put between words.
const gap = String.raw`[\s\u200B-\u200D\u2060]*`

// The look-behind starts a match at the first dash of a run only, which keeps the search linear in a page of dashes.
const marker = new RegExp(
  String.raw`(?<!${dash})${dash}+(?:${gap}pause${gap}${dash}+)+|^[^\S\n]*\[${gap}pause${gap}\][^\S\n]*$`,
  'gimu',
)

const speakable = /[\p{L}\p{N}\p{S}]/u

/** The pause marker as Pausecut itself writes it. */
export const pauseMarker = '— pause —'

/**
 * Cuts a script at its pause markers, which appear in no piece; the pieces are otherwise as they were written. A marker
 * is the word pause alone between dashes of any kind and number, in any case, with any white space or line breaks around
 * it, or `[pause]` alone on a line. Line breaks are `\n` afterwards.
 */
export function cutScript(script: string): string[] {
  return script.replace(/\r\n?/g, '\n').split(marker)
}

/** Whether a piece holds anything that a voice can say. */
export const isSpeakable = (piece: string): boolean => speakable.test(piece)
