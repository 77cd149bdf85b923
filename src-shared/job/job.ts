import { z } from 'zod'
import { Artifact, EngineName, Format, JobKind, Speed } from '../domain.ts'
import { WireError, WireMessage } from '../wireError.ts'
import { JobRequest } from './request.ts'

/** `waiting`: in the queue. The last three are ends; `failed` and `cancelled` jobs can be retried. */
export const JobState = z.enum(['waiting', 'running', 'completed', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

/** One segment's fate. It fails alone: its siblings go on. */
export const Part = z.object({
  segment: z.number().int().positive(),
  text: z.string(),
  state: z.enum(['waiting', 'done', 'failed']),
  error: WireError.optional(),
})
export type Part = z.infer<typeof Part>

/** A finished file as it is known outside its job: `downloadName` is unique among all jobs. */
export const StoredArtifact = Artifact.extend({ downloadName: z.string() })
export type StoredArtifact = z.infer<typeof StoredArtifact>

/** Something that a person should know of a job which goes on all the same. */
export const JobWarning = z.object({ message: WireMessage, segment: z.number().int().positive().optional() })

/** What a list or a status needs of a job. Times are ISO 8601 in UTC. */
export const JobSummary = z.object({
  id: z.string(),
  kind: JobKind,
  state: JobState,
  /** The script's first words. */
  opening: z.string(),
  voice: z.string(),
  speed: Speed,
  format: Format,
  engine: EngineName,
  /** 0 to 100; 100 only when every file is in place. */
  progress: z.number().min(0).max(100),
  /** What its run said last. */
  message: WireMessage,
  /** Place in the queue, 1 is the next; only while waiting. */
  place: z.number().int().positive().optional(),
  segments: z.number().int().positive(),
  /** How many segments are finished. */
  done: z.number().int().nonnegative(),
  /** The first segment that is neither done nor failed. */
  current: z.object({ segment: z.number().int().positive(), text: z.string() }).optional(),
  error: WireError.optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type JobSummary = z.infer<typeof JobSummary>

/** A job with all that is known of it. */
export const Job = JobSummary.extend({
  request: JobRequest,
  /** Where the picture is fetched from before any speech is bought. */
  backgroundUrl: z.string().optional(),
  webhookUrl: z.string().optional(),
  parts: z.array(Part),
  artifacts: z.array(StoredArtifact),
  warnings: z.array(JobWarning),
})
export type Job = z.infer<typeof Job>

/** One page of jobs, newest first. `next` asks for the following page; absent on the last. */
export const JobPage = z.object({ jobs: z.array(JobSummary), next: z.number().int().positive().optional() })
export type JobPage = z.infer<typeof JobPage>

export const DeliveryState = z.enum(['pending', 'delivered', 'failed'])

/** One try to hand a webhook over. `status` is the receiver's HTTP status, `error` why there was none or a bad one. */
export const DeliveryAttempt = z.object({
  at: z.iso.datetime(),
  status: z.number().int().optional(),
  error: z.string().optional(),
  signed: z.boolean(),
})

/** A webhook call that is owed, made or given up. */
export const Delivery = z.object({
  id: z.string(),
  job: z.string(),
  url: z.string(),
  event: z.enum(['completed', 'failed']),
  state: DeliveryState,
  attempts: z.array(DeliveryAttempt),
  createdAt: z.iso.datetime(),
  /** When it was last asked for: at first, or by hand. It is tried for a day from here. */
  askedAt: z.iso.datetime(),
  /** When it is tried next; only while pending. */
  dueAt: z.iso.datetime().optional(),
})
export type Delivery = z.infer<typeof Delivery>
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>
