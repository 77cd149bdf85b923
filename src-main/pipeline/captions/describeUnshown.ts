import type { Receipt } from '#shared/domain.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'

/** What of a cue can't be shown as it should be. */
export interface CueFlaws {
  /** What no font has. */
  readonly missing: readonly string[]
  /** A word that had to be made very small to fit a line, and the share of its size that was left. */
  readonly small?: { readonly text: string; readonly share: number }
}

/** What captions leave out and what they show small: for the receipt, and as warnings for a person. */
export interface Unshown extends NonNullable<Receipt['captions']> {
  readonly warnings: readonly Phrase[]
}

/** Says it of all cues together, each glyph and each word once. */
export function describeUnshown(cues: readonly CueFlaws[]): Unshown {
  const missing = [...new Set(cues.flatMap((cue) => cue.missing))]
  const shares = new Map(cues.flatMap(({ small }) => (small ? [[small.text, small.share] as const] : [])))
  const shrunk = [...shares].map(([text, share]) => ({ text, share }))
  const leftOut = missing.map((glyph) => phrase('CAPTIONS_WITHOUT', { glyph }))
  const tooLong = shrunk.map(({ text, share }) =>
    phrase('WORD_SHRUNK', { text: opening(text), percent: Math.round(share * 100) }),
  )
  return { missing, shrunk, warnings: [...leftOut, ...tooLong] }
}

/** Enough of a word to know it by. */
const opening = (word: string) => (word.length > 80 ? `${[...word].slice(0, 80).join('')}…` : word)
