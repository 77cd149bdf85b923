import { parsePiece } from './parsePiece.ts'
import type { Asked } from './piece/piece.ts'

/** A mark as it is written in a piece of a script. */
export interface WrittenMark {
  /** UTF-16 units from the piece's beginning: of its first character, and behind its last one. */
  readonly from: number
  readonly to: number
  readonly kind: Asked['kind']
  /** What it sets: seconds, a voice, a speed, a name, a pronunciation. Absent for the job's own, and for emphasis. */
  readonly value?: string | number
  /** What of it is its words, for marks that are about some. */
  readonly words?: readonly [from: number, to: number]
}

/** Finds the marks in a piece of a script, in the order of their places, as parseScript takes them. */
export function findMarks(piece: string): WrittenMark[] {
  return parsePiece(piece, 'light')
    .found.map(({ from, to, asked, words }) => ({
      from,
      to,
      kind: asked.kind,
      ...markValue(asked),
      ...(words && { words }),
    }))
    .sort((one, other) => one.from - other.from || other.to - one.to)
}

function markValue(asked: Asked): { value?: string | number } {
  const { kind: _, ...values } = asked
  const [value]: (string | number)[] = Object.values(values)
  return value === undefined ? {} : { value }
}
