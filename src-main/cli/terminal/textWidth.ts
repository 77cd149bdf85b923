const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

// Signs that terminals draw two columns wide: East Asian ones and emoji.
const wide =
  /^(?:[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|.\uFE0F)/u
const unseen = /^[\p{M}\p{Cf}\p{Cc}]+$/u

const widthOf = (grapheme: string) => (unseen.test(grapheme) ? 0 : wide.test(grapheme) ? 2 : 1)

/** How many columns a text takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment)
  return width
}

/** The text, or as much of it as fits into `columns` with an ellipsis at its end. */
export function fitText(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text
  let fitted = ''
  let width = 0
  for (const { segment } of graphemes.segment(text)) {
    width += widthOf(segment)
    if (width > columns - 1) break
    fitted += segment
  }
  return columns < 1 ? '' : `${fitted.trimEnd()}…`
}
