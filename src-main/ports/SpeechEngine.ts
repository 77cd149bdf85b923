import type { EngineName, Voice, WordTiming } from '#shared/domain.ts'
import type { Result } from '#shared/result.ts'

export interface SpeechRequest {
  /** One piece of text, already within the engine's budget (see `cut`). */
  readonly text: string
  readonly voice: Voice
  /** 0.25 to 4; 1 is the voice's own pace. */
  readonly speed: number
  readonly model?: string
  /** How to speak, for models that take it. */
  readonly instructions?: string
}

export interface Speech {
  /** Mono, -1 to 1. */
  readonly samples: Float32Array
  /** Samples a second. */
  readonly sampleRate: number
  /** One entry per whitespace-separated word of the text, seconds from the first sample; absent where the engine does not know. */
  readonly words?: readonly WordTiming[]
}

/** Turns text into speech. Holds no state that one job could spoil for another. */
export interface SpeechEngine {
  readonly name: EngineName
  /** Goes into the cache key: changes whenever the same request would sound otherwise. */
  readonly version: string
  /** The model that speaks where a request names none; absent where there are no models. */
  readonly usualModel?: string
  /** Whether characters cost money. */
  readonly paid: boolean
  /** Cuts text at sentence ends into pieces that each fit one request; joined again they are the text, but for white space. */
  cut(text: string, model?: string): string[]
  /** Begins to load what the first piece will need, where loading takes its time; `speak` does so itself. */
  wake?(): void
  /**
   * Speaks one piece. Fails with the SPEECH_*, KEY_* codes, or CANCELLED when the signal aborts.
   *
   * @param onWait told of each wait for a service that is busy, before it begins: seconds
   */
  speak(request: SpeechRequest, signal: AbortSignal, onWait?: (seconds: number) => void): Promise<Result<Speech>>
  /** Ends workers and connections. */
  close(): Promise<void>
}
