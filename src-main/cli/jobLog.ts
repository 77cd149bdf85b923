import type { Artifact, EngineName } from '#shared/domain.ts'
import type { AppError } from '#shared/errors.ts'
import type { JobEvent } from '#shared/events.ts'

/** What a job has said so far, as far as its end needs it. */
export interface JobLog {
  on(event: JobEvent): void
  job(): string
  engine(): EngineName | undefined
  /** The finished files. */
  artifacts(): readonly Artifact[]
  /** What to tell of a failure: `error` once when it is the whole job's or every part's, else each part's own. */
  failures(error: AppError): AppError[]
}

export function openJobLog(): JobLog {
  let job = ''
  let engine: EngineName | undefined
  let artifacts: readonly Artifact[] = []
  const failed: { segment: number; message: string }[] = []
  return {
    on(event) {
      job = event.job
      if (event.type === 'started') engine = event.engine
      if (event.type === 'segment-done') artifacts = [...artifacts, event.artifact]
      if (event.type === 'segment-failed') failed.push({ segment: event.segment, message: event.error.message })
      if (event.type === 'completed' || event.type === 'failed') artifacts = event.artifacts
    },
    job: () => job,
    engine: () => engine,
    artifacts: () => artifacts,
    failures(error) {
      if (new Set([error.message, ...failed.map(({ message }) => message)]).size === 1) return [error]
      const inOrder = failed.toSorted((one, other) => one.segment - other.segment)
      return inOrder.map(({ segment, message }) => ({
        ...(message === error.message ? error : { code: error.code }),
        message: `Part ${segment}: ${message}`,
      }))
    },
  }
}
