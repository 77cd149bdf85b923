import type { Artifact } from '#shared/domain.ts'
import { type AppError, englishSentence } from '#shared/errors.ts'
import type { JobEvent } from '#shared/job/events.ts'
import type { EngineName } from '#shared/speech/engines.ts'

/** Why a job failed, or one part of it. */
interface JobFailure {
  readonly error: AppError
  readonly part?: number
}

/** What a job has said so far, as far as its end needs it. */
export interface JobLog {
  on(event: JobEvent): void
  job(): string
  engine(): EngineName | undefined
  /** The finished files. */
  artifacts(): readonly Artifact[]
  /** What to tell of a failure: `error` once when it is the whole job's or every part's, else each part's own. */
  failures(error: AppError): readonly JobFailure[]
}

export function openJobLog(): JobLog {
  let job = ''
  let engine: EngineName | undefined
  let artifacts: readonly Artifact[] = []
  const failed: { part: number; error: AppError }[] = []
  return {
    on(event) {
      job = event.job
      if (event.type === 'started') engine = event.engine
      if (event.type === 'segment-done') artifacts = [...artifacts, event.artifact]
      if (event.type === 'segment-failed') failed.push({ part: event.segment, error: event.error })
      if (event.type === 'completed' || event.type === 'failed') artifacts = event.artifacts
    },
    job: () => job,
    engine: () => engine,
    artifacts: () => artifacts,
    failures(error) {
      const sentences = new Set([error, ...failed.map((part) => part.error)].map(englishSentence))
      return sentences.size === 1 ? [{ error }] : failed.toSorted((one, other) => one.part - other.part)
    },
  }
}
