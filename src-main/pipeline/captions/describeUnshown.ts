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

/** How many characters or words a sentence names. */
const mostNamed = 6

/**
 * Says it of all cues and of the title together: one sentence for each kind of flaw. What the captions leave out is not
 * said of the title again.
 */
export function describeUnshown(cues: readonly CueFlaws[], ofTitle: readonly string[] = []): Unshown {
  const missing = [...new Set(cues.flatMap((cue) => cue.missing))]
  const inTitle = [...new Set(ofTitle)].filter((glyph) => !missing.includes(glyph))
  const shares = new Map(cues.flatMap(({ small }) => (small ? [[small.text, small.share] as const] : [])))
  const shrunk = [...shares].map(([text, share]) => ({ text, share }))
  return {
    missing: [...missing, ...inTitle],
    shrunk,
    warnings: [...sayMissing('CAPTIONS', missing), ...sayMissing('TITLE', inTitle), ...sayShrunk(shrunk)],
  }
}

function sayMissing(where: 'CAPTIONS' | 'TITLE', missing: readonly string[]): Phrase[] {
  const [glyph] = missing
  if (glyph === undefined) return []
  if (missing.length === 1) return [phrase(`${where}_WITHOUT`, { glyph })]
  if (missing.length <= mostNamed) return [phrase(`${where}_WITHOUT_SEVERAL`, { words: missing })]
  const words = missing.slice(0, mostNamed - 1)
  return [phrase(`${where}_WITHOUT_MANY`, { words, count: missing.length - words.length })]
}

function sayShrunk(shrunk: Unshown['shrunk']): Phrase[] {
  const [first] = shrunk
  if (!first) return []
  const percent = Math.round(Math.min(...shrunk.map(({ share }) => share)) * 100)
  if (shrunk.length === 1) return [phrase('WORD_SHRUNK', { text: opening(first.text), percent })]
  return [phrase('WORDS_SHRUNK', { words: shrunk.slice(0, mostNamed).map(({ text }) => opening(text)), percent })]
}

/** Enough of a word to know it by. */
const opening = (word: string) => (word.length > 40 ? `${[...word].slice(0, 40).join('')}…` : word)
