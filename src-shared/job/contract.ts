import { z } from 'zod'
import { EngineName, GuideVoice, JobKind } from '../domain.ts'
import { EngineVoices, LanguageTag } from '../speech/engineVoices.ts'
import { SpokenAs } from '../speech/spokenAs.ts'
import { Estimate } from './estimate.ts'
import { StoredEvent } from './events.ts'
import { Delivery, Job, JobPage, JobState, JobSummary } from './job.ts'
import { JobRequest } from './request.ts'

/** A job as it is asked of the service. Without an engine it takes the one that is set, or the best one that can speak. */
export const CreateJob = JobRequest.extend({
  spokenAs: SpokenAs.prefault({}),
  /** Fetched before any speech is bought; its copy is then the look's background. */
  backgroundUrl: z.string().optional(),
  /** Told when the job ends. */
  webhookUrl: z.string().optional(),
  /** The same key with the same request gives the same job; with another request it is refused. */
  idempotencyKey: z.string().min(1).max(255).optional(),
})
export type CreateJob = z.input<typeof CreateJob>

const JobRef = z.strictObject({ id: z.string() })

const ListJobs = z.strictObject({
  kind: JobKind.optional(),
  states: z.array(JobState).min(1).optional(),
  /** Only jobs with this in their script or in a file's name, whatever case and accents. */
  search: z.string().max(200).optional(),
  /** Only jobs that have a finished file besides subtitles. */
  withFiles: z.boolean().optional(),
  /** `next` of the page before. */
  before: z.number().int().positive().optional(),
  limit: z.number().int().min(1).max(100).default(20),
})

const EstimateRequest = JobRequest.pick({ script: true, markup: true }).extend({
  kind: JobKind.default('shorts'),
  spokenAs: SpokenAs.prefault({}),
})

const VoiceInfo = z.object({ name: GuideVoice, description: z.string(), recommended: z.boolean() })

const Health = z.object({
  status: z.enum(['ok', 'closing']),
  version: z.string(),
  /** The engine that jobs take when they name none. */
  engine: EngineName,
  /** Seconds since the service began. */
  uptime: z.number().nonnegative(),
  queue: z.object({
    running: z.number().int().nonnegative(),
    waiting: z.number().int().nonnegative(),
    concurrency: z.number().int().positive(),
    limit: z.number().int().positive(),
  }),
})

const operation = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({
  input,
  output,
})

/**
 * Everything the job service can be asked for: operation -> what goes in and what comes out. The service has one
 * method per entry; IPC and REST derive from it. Each answers a Result.
 */
export const contract = {
  createJob: operation(CreateJob, Job),
  jobStatus: operation(JobRef, JobSummary),
  job: operation(JobRef, Job),
  listJobs: operation(ListJobs, JobPage),
  cancelJob: operation(JobRef, JobSummary),
  /** Does again only what failed or was cancelled. */
  retryJob: operation(JobRef, JobSummary),
  /** Ends the job and removes its files. */
  deleteJob: operation(JobRef, z.object({ id: z.string() })),
  /** The log after event `since` (0: from the start), of one job or of all. */
  events: operation(
    z.strictObject({ since: z.number().int().nonnegative().default(0), id: z.string().optional() }),
    z.array(StoredEvent),
  ),
  voices: operation(z.strictObject({}), z.array(VoiceInfo)),
  /** The voices of every engine, those of a speech server as it lists them now; of a language only who may speak it. */
  listVoices: operation(z.strictObject({ language: LanguageTag.optional() }), z.array(EngineVoices)),
  estimate: operation(EstimateRequest, Estimate),
  health: operation(z.strictObject({}), Health),
  /** A job's webhook calls, newest first. */
  deliveries: operation(JobRef, z.array(Delivery)),
  redeliver: operation(z.strictObject({ id: z.string(), delivery: z.string() }), Delivery),
} as const

export type Contract = typeof contract
export type Operation = keyof Contract
export type Input<Name extends Operation> = z.input<Contract[Name]['input']>
export type Output<Name extends Operation> = z.output<Contract[Name]['output']>
