import { z } from 'zod'
import type { Phrase } from '../phrases.ts'
import { cutScript, isSpeakable } from './cutScript.ts'
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
 * Parses a script into its segments. Pieces between pause markers that hold nothing but punctuation vanish. A script
 * with no marker is one segment; one with no words has none.
 */
export function parseScript(script: string, _markup: Markup = 'light'): ParsedScript {
  const segments = cutScript(script)
    .filter(isSpeakable)
    .map((piece, position) => ({ index: position + 1, text: foldSpace(piece) }))
  return { segments, notes: [] }
}

function foldSpace(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}
