import { z } from 'zod'
import type { Phrase } from '../phrases.ts'
import { cutScript } from './cutScript.ts'
import { hasWords } from './isSpeakable.ts'
import { findNearMarker } from './notes/findNearMarker.ts'
import { tellNotes } from './notes/tellNotes.ts'
import { type ParsedPiece, type PieceMarkup, parsePiece } from './parsePiece.ts'
import type { Segment } from './segment.ts'

/**
 * What of a script is taken as formatting. `light`: what nobody wants read aloud (emphasis, links, headings, bullets,
 * fences, entities, tags, stage directions). `none`: nothing; pause markers and Pausecut's own marks count all the same.
 */
export const Markup = z.enum(['light', 'none'])
export type Markup = z.infer<typeof Markup>

export interface ParsedScript {
  readonly segments: readonly Segment[]
  /** What was left out or may have been meant otherwise, one sentence for each kind. */
  readonly notes: readonly Phrase[]
}

/**
 * Parses a script into its segments. Pieces between pause markers that hold nothing to say vanish. A script with no
 * marker is one segment; one with no words has none. Where nothing would be left, less is taken as formatting.
 */
export function parseScript(script: string, markup: Markup = 'light'): ParsedScript {
  const cut = cutScript(script)
  const pieces = parsePieces(cut, markup)
  if (!pieces.some(hasText)) return { segments: [], notes: [] }
  return { segments: segmentsOf(pieces.filter(hasText)), notes: [...findNearMarker(cut), ...tellNotes(pieces)] }
}

const hasText = ({ text }: ParsedPiece) => hasWords(text)

function parsePieces(cut: readonly string[], markup: Markup): ParsedPiece[] {
  const as = (how: PieceMarkup) => cut.map((piece) => parsePiece(piece, how))
  if (markup === 'none') return as('none')
  const light = as('light')
  if (light.some(hasText)) return light
  const spoken = as('spoken')
  return spoken.some(hasText) ? spoken : as('none')
}

function segmentsOf(pieces: readonly ParsedPiece[]): Segment[] {
  return pieces.map(({ text, marks, title, look }, position) => ({
    index: position + 1,
    text,
    ...(title !== undefined && { title }),
    ...(look !== undefined && { look }),
    ...(marks.length > 0 && { marks }),
  }))
}
