import { z } from 'zod'
import { Speed } from '../domain.ts'

/** The longest silence that one mark asks for, in seconds. */
export const longestSilence = 10

// Places in a segment's text are counted in words: its pieces between white space, from 0.
const at = z.int().nonnegative()
/** The words from `at` to before `to`. */
const span = { at, to: z.int().positive() }

/**
 * What a script asks for at a place of a segment's text, besides its words. `at` is the word before which it stands,
 * and the number of words for what stands behind the last.
 */
export const Mark = z.discriminatedUnion('kind', [
  /** Seconds without a sound. */
  z.strictObject({ kind: z.literal('silence'), at, seconds: z.number().positive().max(longestSilence) }),
  // From here to the segment's end, or to the next mark of the kind. Without a value: as the job has it.
  /** One of the engine's voices. */
  z.strictObject({ kind: z.literal('voice'), at, voice: z.string().min(1).max(100).optional() }),
  z.strictObject({ kind: z.literal('speed'), at, speed: Speed.optional() }),
  /** As it is written: a file's path, an address, a drawn background's name or a colour. */
  z.strictObject({ kind: z.literal('background'), at, background: z.string().min(1).max(2048).optional() }),
  /** Key words. */
  z.strictObject({ kind: z.literal('emphasis'), ...span }),
  /** How the words are said, respelled. */
  z.strictObject({ kind: z.literal('say'), ...span, as: z.string().min(1).max(200) }),
])
export type Mark = z.infer<typeof Mark>

/** The words of a segment's text, as places count them. */
export const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean)

/** Marks that set something from their place on. */
export const settings = ['voice', 'speed', 'background'] as const

/** One piece of the script between pause markers. */
export interface Segment {
  /** From 1, in script order. */
  readonly index: number
  /**
   * Its words as they are spoken and shown, without any markup: one space between two of them (a no-break space where
   * one was written), one empty line between paragraphs.
   */
  readonly text: string
  /** Its name, where the script gives it one: for the title card and the file's metadata. */
  readonly title?: string
  /** The name of a look, where the script asks for another one than the job's. */
  readonly look?: string
  /** In the order of their places; absent where there are none. */
  readonly marks?: readonly Mark[]
}
