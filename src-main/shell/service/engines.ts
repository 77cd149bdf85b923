import type { GrabStill } from '#app/desktop/library/media.ts'
import type { DesktopParts } from '#app/desktop/openDesktop.ts'
import type { JobServiceParts } from '#app/jobs/jobService.ts'
import type { Tools } from '#app/run/runJob.ts'
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

type SpeechEngine = Tools['speech']

/** Everything that concrete engines are behind. */
export interface Engines {
  readonly jobs: JobServiceParts['jobs']
  readonly deliveries: JobServiceParts['deliveries']
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  /** Listens where a voice gives no word times. */
  readonly aligner: DesktopParts['aligner']
  readonly speechCache: string
  readonly images: Tools['images']
  readonly type: Tools['type']
  /** Lays out what the preview shows, away from the main thread. */
  readonly captions: DesktopParts['captions']
  readonly readDocx: DesktopParts['readDocx']
  readonly grabStill: GrabStill
  /** Speaks a word with the openai engine, without patience. */
  readonly testSpeech: () => Promise<Result<unknown>>
  /** Everything that a job needs but its voice. Fails with FFMPEG_*. */
  readonly tools: () => Promise<Result<Omit<Tools, 'speech'>>>
  close(): Promise<void>
}

export type OpenEngines = (settings: EngineSettings) => Promise<Result<Engines>>
