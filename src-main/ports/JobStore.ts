import type { JobKind } from '#shared/domain.ts'
import type { JobEvent, StoredEvent } from '#shared/job/events.ts'
import type { Delivery, DeliveryAttempt, Job, JobPage, JobState, JobSummary, StoredArtifact } from '#shared/job/job.ts'
import type { JobRequest } from '#shared/job/request.ts'
import type { Result } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'

/** A job as it is asked for, before anything is done for it. */
export interface NewJob {
  readonly id: string
  readonly request: JobRequest
  readonly segments: readonly Segment[]
  /** The script's first words. */
  readonly opening: string
  readonly backgroundUrl?: string
  readonly webhookUrl?: string
  /** The caller's Idempotency-Key, and a fingerprint of what was asked for with it. */
  readonly idempotency?: { readonly key: string; readonly fingerprint: string }
}

interface JobFilter {
  readonly kind?: JobKind | undefined
  readonly states?: readonly JobState[] | undefined
  /** Only jobs with this in their script or in a file's name, whatever case and accents; underscores count as spaces. */
  readonly search?: string | undefined
  /** Only jobs that have a finished file besides subtitles. */
  readonly withFiles?: boolean | undefined
  /** Only jobs older than this cursor (`next` of the page before). */
  readonly before?: number | undefined
  readonly limit: number
}

/** A finished job's weight, for clearing up. */
export interface FinishedJob {
  readonly id: string
  readonly updatedAt: string
  /** Bytes of its artifacts. */
  readonly size: number
}

/**
 * Where jobs are kept. Every method is one transaction; what it returned from survives a kill at any moment. Those that
 * write fail with DISK_FULL, STORE_BUSY (another program holds the lock: it may be tried again) or STORE_FAILED, and have
 * then changed nothing; those that read throw a StoreFailure. Times come from the store's own clock.
 */
export interface JobStore {
  /** Keeps the job, waiting, and says so in its log of events. Throws when the id or the key is taken. */
  create(job: NewJob): Result<StoredEvent>
  /** The job that was created with this Idempotency-Key. */
  withKey(key: string): { readonly id: string; readonly fingerprint: string } | undefined
  summary(id: string): JobSummary | undefined
  job(id: string): Job | undefined
  /** Newest first. */
  list(filter: JobFilter): JobPage
  /** Jobs without an end: those that ran first, then those that waited, each in order of creation. */
  unfinished(): string[]
  /**
   * Applies what happened to the job, its parts and artifacts, and logs it. `queued` sets failed parts waiting again.
   * An end forgets the log's progress entries, and owes a delivery when the job has a webhook.
   */
  record(event: JobEvent | { readonly type: 'queued'; readonly job: string }): Result<StoredEvent>
  /** What jobs ask for that are not complete: they run again, or can be retried. Without their scripts. */
  repeatable(): Omit<JobRequest, 'script'>[]
  /** The log after event `since`, of one job or of all. */
  events(since: number, job?: string): StoredEvent[]
  artifact(downloadName: string): { readonly job: string; readonly artifact: StoredArtifact } | undefined
  /** Jobs with an end, the longest untouched first. */
  finished(): FinishedJob[]
  /**
   * Forgets the job and everything about it but this event, and notes that its files are to go; undefined when there is
   * none. Their download names are never given to another job; of such events the newest 1,000 are kept.
   */
  remove(id: string): Result<StoredEvent | undefined>
  /** Removed jobs whose files may still be there: the only ones whose files may be swept away. */
  removals(): string[]
  /** Notes that nothing of a removed job is left. */
  filesRemoved(id: string): Result<void>
  /** Those of these ids that the store knows nothing of: neither a job nor one that was removed. */
  unknown(ids: readonly string[]): string[]
}

/** Webhook calls owed and made. Every method throws a StoreFailure where it can't be read or written. */
export interface DeliveryStore {
  /** A job's calls, newest first. */
  of(job: string): Delivery[]
  find(id: string): Delivery | undefined
  /** Pending calls that are due at `now`, the most overdue first. */
  due(now: Date, limit: number): Delivery[]
  /** The body that is sent: the first one kept stands, so that every try sends the same. */
  payload(id: string, make: () => string): string
  /** Logs a try and sets what follows: tried again at `dueAt`, or ended in `state`. */
  attempted(
    id: string,
    attempt: DeliveryAttempt,
    then: { readonly dueAt: Date } | { readonly state: 'delivered' | 'failed' },
  ): void
  /** Makes the call due now, whatever became of it before; undefined when there is none. */
  renew(id: string): Delivery | undefined
}
