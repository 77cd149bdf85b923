/** One piece of a segment's text, as it will be spoken. */
export interface Piece {
  readonly text: string
  /** Its whitespace-separated words. */
  readonly words: readonly string[]
  /**
   * Whether its first word goes on with the last one of the piece before (a long word, or a script without spaces).
   */
  readonly continues: boolean
  /** Seconds of rest before it at speed 1; 0 for the first. */
  readonly rest: number
}

/** Seconds that a narrator rests at a seam. */
const rests = { paragraph: 0.7, sentence: 0.42, clause: 0.2, none: 0.05 } as const

/**
 * Says of each piece that an engine cut `text` into which words it holds and how long to rest before it.
 *
 * @param pieces joined they are the text, but for white space
 */
export function planPieces(text: string, pieces: readonly string[]): Piece[] {
  let at = 0
  return pieces.map((piece, index) => {
    const space = /\s*/uy
    space.lastIndex = at
    const gap = space.exec(text)?.[0] ?? ''
    at = endOf(text, at + gap.length, piece)
    const first = index === 0
    return {
      text: piece,
      words: wordsOf(piece),
      continues: !first && gap === '',
      rest: first ? 0 : restBetween(pieces[index - 1] ?? '', gap),
    }
  })
}

/** The whitespace-separated words of a text. */
export const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean)

/** Where `piece` ends in the text when it begins at `from`; white space inside it may differ. */
function endOf(text: string, from: number, piece: string): number {
  let left = piece.replace(/\s+/gu, '').length
  let at = from
  while (left > 0 && at < text.length) {
    if (/\S/u.test(text[at] ?? '')) left--
    at++
  }
  return at
}

function restBetween(before: string, gap: string): number {
  if (/\n\s*\n/u.test(gap)) return rests.paragraph
  if (/[\p{Sentence_Terminal}…]["'”’»›)\]}」』】）〉》]*$/u.test(before)) return rests.sentence
  if (gap.includes('\n')) return rests.sentence
  return /[,;:–—、，；：]["'”’»›)\]}」』】）〉》]*$/u.test(before) ? rests.clause : rests.none
}
