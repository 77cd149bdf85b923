import type { GrabStill } from '#app/desktop/library/media.ts'
import type { CaptionWorker } from '#app/desktop/preview/previewCaptions.ts'
import type { Tools } from '#app/run/runJob.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { Images } from '#ports/Images.ts'
import type { DeliveryStore, JobStore } from '#ports/JobStore.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { SpeechProbe } from '#ports/SpeechProbe.ts'
import type { Typesetter } from '#ports/Typesetter.ts'
import type { Result } from '#shared/result.ts'
import type { EngineName } from '#shared/speech/engines.ts'

/** What engines are opened with. */
export interface EngineSettings {
  /** The data folder. */
  readonly home: string
  /** The folder of the shipped fonts. */
  readonly fonts: string
  /** Whether the ffmpeg that the app brings may be started. Fails with FFMPEG_BROKEN. */
  readonly checkFfmpeg: () => Promise<Result<void>>
  /** The speech service's key, for its requests and for nothing else. */
  readonly readKey: () => Promise<Result<string | null>>
  /** Base URL of the speech service; empty: OpenAI's own. */
  readonly speechUrl: () => string
  /** The model of its transcription API; empty: none is asked. */
  readonly transcriptionModel: () => string
}

/** Everything that concrete engines are behind. */
export interface Engines {
  readonly jobs: JobStore
  readonly deliveries: DeliveryStore
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  /** Listens where a voice gives no word times. */
  readonly aligner: Aligner
  /** A look at the speech server as it is set now. */
  readonly probeSpeech: () => SpeechProbe
  readonly speechCache: string
  readonly images: Images
  readonly type: Typesetter
  /** Lays out what the preview shows, away from the main thread. */
  readonly captions: CaptionWorker
  readonly grabStill: GrabStill
  /** Speaks a word with the openai engine, without patience. */
  readonly testSpeech: () => Promise<Result<unknown>>
  /** Everything that a job needs but its voice. Fails with FFMPEG_*. */
  readonly tools: () => Promise<Result<Omit<Tools, 'speech'>>>
  close(): Promise<void>
}

export type OpenEngines = (settings: EngineSettings) => Promise<Result<Engines>>
