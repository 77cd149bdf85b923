import type { Result } from '#shared/result.ts'
import type { EngineFacts } from '#shared/speech/engines.ts'
import type { AskedFormat } from '#shared/speech/serverReport.ts'
import type { MonoSound } from '#shared/wav.ts'

export interface ProbeRequest {
  readonly text: string
  /** As the server calls it. */
  readonly voice: string
  /** 0.25 to 4. */
  readonly speed: number
  readonly format: AskedFormat
}

export interface ProbedSpeech {
  readonly sound: MonoSound
  /** What the answer's first bytes say it is: `wav`, `mp3`; `pcm` for bare samples. */
  readonly format: string
  /** Seconds from the request to the first byte of sound, and to the last. */
  readonly firstByte: number
  readonly took: number
}

/** Asks a speech server once and looks closely at the answer, so that it can be told what the server really does. */
export interface SpeechProbe {
  readonly server: string
  readonly model: string
  /** The server's voices, and who speaks for the guide's names. */
  facts(signal: AbortSignal): Promise<EngineFacts>
  /** Fails as SpeechEngine's `speak` does, without asking a second time. */
  ask(request: ProbeRequest, signal: AbortSignal): Promise<Result<ProbedSpeech>>
}
