import { findMarks } from '#shared/script/findMarks.ts'
import { hasWords } from '#shared/script/isSpeakable.ts'
import { parsePiece } from '#shared/script/parsePiece.ts'

/** A card's text as it is spoken and shown, without marks and formatting; as it stands where nothing would be left. */
export function shownText(text: string): string {
  const parsed = parsePiece(text, 'light')
  return hasWords(parsed.text) ? parsed.text : text
}

/** How many words that are spoken begin before a place of a card's text. */
export function wordsBefore(text: string, offset: number): number {
  const gaps = [
    ...findMarks(text).flatMap(({ from, to, words }) => (words ? [] : [{ from, to, sign: ' ' }])),
    ...parsePiece(text, 'light').leftOut.map(([from, to]) => ({ from, to, sign: '' })),
  ].sort((one, other) => one.from - other.from)
  let shown = ''
  let at = 0
  for (const { from, to, sign } of gaps) {
    if (from >= offset) break
    shown += text.slice(at, Math.max(at, from)) + sign
    at = Math.max(at, to)
  }
  return (shown + text.slice(at, Math.max(at, offset))).match(/\S+/g)?.length ?? 0
}
