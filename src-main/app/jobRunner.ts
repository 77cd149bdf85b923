import type { Artifact } from '#shared/domain.ts'
import type { JobEvent } from '#shared/events.ts'
import type { JobRequest } from '#shared/request.ts'
import type { Result } from '#shared/result.ts'

/** A job, and where its files go. */
export interface RunSpec extends JobRequest {
  readonly id: string
  /** Absolute; finished files land here. */
  readonly folder: string
  /** Absolute; scratch folder of this job, which may survive a crash. */
  readonly work: string
}

export interface RunWatch {
  readonly signal: AbortSignal
  readonly emit: (event: JobEvent) => void
  /** Segments that are finished already. */
  readonly done?: ReadonlyMap<number, readonly Artifact[]>
}

/** runJob with its tools at hand. */
export type RunJob = (spec: RunSpec, watch: RunWatch) => Promise<Result<readonly Artifact[]>>
