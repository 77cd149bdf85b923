import type { Receipt } from '#shared/domain.ts'
import type { LaidCue } from '../layoutCaptions.ts'

/** What captions leave out and what they show small: for the receipt, and as sentences for a person. */
export interface Unshown extends NonNullable<Receipt['captions']> {
  readonly warnings: readonly string[]
}

/** Gathers it while the cues go by, each glyph and each word once. */
export function noteUnshown(): { add(cue: Pick<LaidCue, 'missing' | 'small'>): void; readonly noted: Unshown } {
  const missing = new Set<string>()
  const small = new Map<string, number>()
  return {
    add(cue) {
      for (const glyph of cue.missing) missing.add(glyph)
      if (cue.small) small.set(cue.small.text, cue.small.share)
    },
    get noted() {
      const shrunk = [...small].map(([text, share]) => ({ text, share }))
      const leftOut = [...missing].map((glyph) => `No font here has “${glyph}”, so the captions leave it out.`)
      const tooLong = shrunk.map(
        ({ text, share }) =>
          `“${text}” is too long for a line of captions and is shown at ${Math.round(share * 100)} % of their size.`,
      )
      return { missing: [...missing], shrunk, warnings: [...leftOut, ...tooLong] }
    },
  }
}
