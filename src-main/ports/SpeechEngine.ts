import type { WordTiming } from '#shared/domain.ts'
import type { Result } from '#shared/result.ts'
import type { EngineFacts, EngineName, VoiceFacts } from '#shared/speech/engines.ts'
import type { Delivery } from '#shared/speech/spokenAs.ts'

export interface SpeechRequest {
  /** One piece of text, already within the engine's budget (see `cut`). */
  readonly text: string
  /** As `deliveryOf` made it for this engine. */
  readonly as: Delivery
}

export interface Speech {
  /** Mono, -1 to 1. */
  readonly samples: Float32Array
  /** Samples a second. */
  readonly sampleRate: number
  /** One entry per whitespace-separated word of the text, seconds from the first sample; absent where the engine does not know. */
  readonly words?: readonly WordTiming[]
}

/** What an engine speaks with on this machine. */
export interface SpeaksWith {
  /** The name of its voice pack. */
  readonly pack: string
  /** What computes: the system's own library, or its build for WebAssembly. */
  readonly runtime: 'native' | 'wasm'
  /** Why it is not the native one. */
  readonly lack?: string | undefined
}

/** Turns text into speech. Holds no state that one job could spoil for another. */
export interface SpeechEngine {
  /** What it is, here and now: without prices where it speaks through a server whose prices are not known. */
  readonly facts: EngineFacts & { readonly name: EngineName }
  /** Goes into the cache key: changes whenever the same request would sound otherwise. */
  readonly version: string
  /**
   * Asks for the voices that it has here and now, where `facts` can't know them by itself: those of a speech server, of
   * a pack on the disk. What was told is remembered for a while, and `facts` has it from then on. Fails as `speak` does.
   */
  voices?(signal: AbortSignal): Promise<Result<readonly VoiceFacts[]>>
  /**
   * Cuts text at sentence ends into pieces that each fit one request; joined again they are the text, but for white space.
   *
   * @param most characters of a piece, where it is to be shorter than a request may be; a voice that tells its word times
   * is never asked for that
   */
  cut(text: string, as: Delivery, most?: number): string[]
  /** Begins to load what the first piece will need, where loading takes its time; `speak` does so itself. */
  wake?(): void
  /**
   * Speaks one piece. Fails with the SPEECH_*, KEY_* codes, or CANCELLED when the signal aborts.
   *
   * @param onWait told of each wait for a service that is busy, before it begins: seconds
   */
  speak(request: SpeechRequest, signal: AbortSignal, onWait?: (seconds: number) => void): Promise<Result<Speech>>
  /** Known once it has spoken; absent for engines that need nothing but themselves. */
  readonly speaksWith?: SpeaksWith | undefined
  /** Ends workers and connections. */
  close(): Promise<void>
}
