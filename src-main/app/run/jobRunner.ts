import type { PartUnderWay } from '#shared/desktop/desktop.ts'
import type { Artifact } from '#shared/domain.ts'
import type { RunEvent } from '#shared/job/events.ts'
import type { JobRequest } from '#shared/job/request.ts'
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
  readonly emit: (event: RunEvent) => void
  /** Told how far each segment is that is being worked on: for whoever looks on, never kept. */
  readonly onUnderWay?: (parts: readonly PartUnderWay[]) => void
  /** Segments that are finished already. */
  readonly done?: ReadonlyMap<number, readonly Artifact[]>
}

/** runJob with its tools at hand. */
export type RunJob = (spec: RunSpec, watch: RunWatch) => Promise<Result<readonly Artifact[]>>
