import type { TimingSource, WordTiming } from '#shared/domain.ts'
import type { Result } from '#shared/result.ts'
import type { MonoSound } from '#shared/wav.ts'

/** When the words of a text are heard. */
export interface Alignment {
  /** One entry per whitespace-separated word of the text, in order, in seconds from the first sample. */
  readonly words: readonly WordTiming[]
  /** How it was found out. */
  readonly timing: Exclude<TimingSource, 'engine'>
}

/**
 * Listens to speech whose text is known, and says when each word is heard; for voices that don't say so themselves.
 */
export interface Aligner {
  /** Goes into the key of kept word times: changes whenever the same sound would give other ones. */
  readonly version: string
  /**
   * Fails with CANCELLED when the signal aborts. Speech that it can't follow is no failure: `timing` says `shares`
   * then.
   */
  align(text: string, sound: MonoSound, signal: AbortSignal): Promise<Result<Alignment>>
  /** Ends workers. */
  close(): Promise<void>
}
