import type { SpeechCheck, TimingFallback, TimingSource, WordTiming } from '#shared/domain.ts'
import type { Result } from '#shared/result.ts'
import type { MonoSound } from '#shared/wav.ts'

/** When the words of a text are heard. */
export interface Alignment {
  /** One entry per whitespace-separated word of the text, in order, in seconds from the first sample. */
  readonly words: readonly WordTiming[]
  /** How it was found out. */
  readonly timing: Exclude<TimingSource, 'engine'>
  /** The language that the text was read as, ISO 639-1. */
  readonly language?: string | undefined
  /** How far the times can be trusted: 0 is no better than a guess, 1 is as good as it gets. */
  readonly confidence?: number | undefined
  /** Whether the recording says the text; absent where nobody could tell (`fallback` says why). */
  readonly check?: SpeechCheck | undefined
  /** Why the times are shares of the speech although something better was tried. */
  readonly fallback?: TimingFallback | undefined
}

/**
 * Listens to speech whose text is known, and says when each word is heard; for voices that don't say so themselves.
 */
export interface Aligner {
  /** Goes into the key of kept word times: changes whenever the same sound would give other ones. */
  readonly version: string
  /**
   * Fails with CANCELLED when the signal aborts, or with what the aligner itself lacks. Speech that it can't follow is
   * no failure: `timing` says `shares` then.
   * @param sound one piece of speech, best under a minute
   * @param language ISO 639-1 (`de`) or BCP 47 (`de-AT`); guessed from the text when absent
   */
  align(text: string, sound: MonoSound, signal: AbortSignal, language?: string): Promise<Result<Alignment>>
  /** Ends workers. */
  close(): Promise<void>
}
