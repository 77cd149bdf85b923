import { z } from 'zod'
import type { Phrase } from '../phrases.ts'
import { cutScript } from './cutScript.ts'
import { findNearMarker } from './findNearMarker.ts'
import { hasWords } from './isSpeakable.ts'
import { type ParsedPiece, parsePiece } from './parsePiece.ts'
import type { Segment } from './segment.ts'
import { tellNotes } from './tellNotes.ts'

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
  const pieces = cutScript(script)
  const tries = markup === 'light' ? (['light', 'spoken', 'none'] as const) : (['none'] as const)
  for (const one of tries) {
    const parsed = pieces.map((piece) => parsePiece(piece, one))
    if (parsed.some(({ text }) => hasWords(text)))
      return { segments: segmentsOf(parsed), notes: [...findNearMarker(pieces), ...tellNotes(parsed)] }
  }
  return { segments: [], notes: [] }
}

function segmentsOf(pieces: readonly ParsedPiece[]): Segment[] {
  return pieces
    .filter(({ text }) => hasWords(text))
    .map(({ text, marks, title, look }, position) => ({
      index: position + 1,
      text,
      ...(title !== undefined && { title }),
      ...(look !== undefined && { look }),
      ...(marks.length > 0 && { marks }),
    }))
}
