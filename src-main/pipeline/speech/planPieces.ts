import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { wordsOf } from '#shared/script/segment.ts'
import type { Delivery } from '#shared/speech/spokenAs.ts'
import type { Utterance } from './planSpeech.ts'

/** One piece of an utterance's text. */
export interface TextPiece {
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

/** A piece as it will be spoken. */
export interface Piece extends TextPiece {
  readonly as: Delivery
  /** Seconds of rest before it, as they are made; 0 for the first. */
  readonly rest: number
  /** Seconds of silence that the script asks for in place of the rest; 0 where it asks for none. */
  readonly silence: number
}

/** The pieces of all utterances, each as much as one request to the engine takes. */
export function piecesOf(utterances: readonly Utterance[], engine: SpeechEngine): Piece[] {
  return utterances.flatMap(({ text, as, rest: before, silence }) =>
    planPieces(text, engine.cut(text, as)).map((piece, index) => ({
      ...piece,
      as,
      rest: index === 0 ? before : piece.rest / as.speed,
      silence: index === 0 ? silence : 0,
    })),
  )
}

/** Characters of a piece that is not made smaller: cut in the middle of a sentence, it would be said like two. */
const smallest = 80

/**
 * A piece in two or more, for a voice that did not say all of it in one; as it is where it is short.
 */
export function smallerPieces(piece: Piece, engine: SpeechEngine): Piece[] {
  const most = Math.max(smallest, Math.ceil(charactersOf(piece.text) / 2))
  return planPieces(piece.text, engine.cut(piece.text, piece.as, most)).map((part, index) =>
    index === 0 ? { ...piece, ...part, rest: piece.rest, continues: piece.continues } : within(part, piece),
  )
}

/** A later part of what a piece was cut into. */
const within = (part: TextPiece, { as }: Piece): Piece => ({ ...part, as, rest: part.rest / as.speed, silence: 0 })

/** As services count and bill them: Unicode code points. */
export const charactersOf = (text: string) => Array.from(text).length

/** Seconds that a narrator rests at a seam. */
const rests = { paragraph: 0.7, sentence: 0.42, clause: 0.2, none: 0.05 } as const

/**
 * Says of each piece that an engine cut `text` into which words it holds and how long to rest before it.
 *
 * @param pieces joined they are the text, but for white space
 */
export function planPieces(text: string, pieces: readonly string[]): TextPiece[] {
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

/** Seconds that a narrator rests, at speed 1, where `gap` stands behind `before`. */
export function restBetween(before: string, gap: string): number {
  if (/\n\s*\n/u.test(gap)) return rests.paragraph
  if (/[\p{Sentence_Terminal}…]["'”’»›)\]}」』】）〉》]*$/u.test(before)) return rests.sentence
  if (gap.includes('\n')) return rests.sentence
  return /[,;:–—、，；：]["'”’»›)\]}」』】）〉》]*$/u.test(before) ? rests.clause : rests.none
}
