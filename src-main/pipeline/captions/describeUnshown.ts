import type { Receipt } from '#shared/domain.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'
import type { LaidCue } from '../layoutCaptions.ts'

/** What captions leave out and what they show small: for the receipt, and as warnings for a person. */
export interface Unshown extends NonNullable<Receipt['captions']> {
  readonly warnings: readonly Phrase[]
}

/** Says it of all cues together, each glyph and each word once. */
export function describeUnshown(cues: readonly Pick<LaidCue, 'missing' | 'small'>[]): Unshown {
  const missing = [...new Set(cues.flatMap((cue) => cue.missing))]
  const shares = new Map(cues.flatMap(({ small }) => (small ? [[small.text, small.share] as const] : [])))
  const shrunk = [...shares].map(([text, share]) => ({ text, share }))
  const leftOut = missing.map((glyph) => phrase('CAPTIONS_WITHOUT', { glyph }))
  const tooLong = shrunk.map(({ text, share }) => phrase('WORD_SHRUNK', { text, percent: Math.round(share * 100) }))
  return { missing, shrunk, warnings: [...leftOut, ...tooLong] }
}
