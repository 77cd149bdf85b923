import type { Receipt } from '#shared/domain.ts'
import type { LaidCue } from '../layoutCaptions.ts'

/** What captions leave out and what they show small: for the receipt, and as sentences for a person. */
export interface Unshown extends NonNullable<Receipt['captions']> {
  readonly warnings: readonly string[]
}

/** Says it of all cues together, each glyph and each word once. */
export function describeUnshown(cues: readonly Pick<LaidCue, 'missing' | 'small'>[]): Unshown {
  const missing = [...new Set(cues.flatMap((cue) => cue.missing))]
  const shares = new Map(cues.flatMap(({ small }) => (small ? [[small.text, small.share] as const] : [])))
  const shrunk = [...shares].map(([text, share]) => ({ text, share }))
  const leftOut = missing.map((glyph) => `No font here has “${glyph}”, so the captions leave it out.`)
  const tooLong = shrunk.map(
    ({ text, share }) =>
      `“${text}” is too long for a line of captions and is shown at ${Math.round(share * 100)} % of their size.`,
  )
  return { missing, shrunk, warnings: [...leftOut, ...tooLong] }
}
