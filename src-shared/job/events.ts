import { z } from 'zod'
import { Artifact, EngineName } from '../domain.ts'
import { WireError, WireMessage } from '../wireError.ts'

/** What a job says while it runs. `progress` is 0 to 100, weighted by expected cost, and never goes backwards. */
export const RunEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    job: z.string(),
    segments: z.number().int().positive(),
    engine: EngineName,
    folder: z.string(),
  }),
  z.object({
    type: z.literal('progress'),
    job: z.string(),
    progress: z.number().min(0).max(100),
    /** What is happening: SPEAKING_PART … */
    message: WireMessage,
    segment: z.number().int().positive(),
  }),
  z.object({
    type: z.literal('warning'),
    job: z.string(),
    message: WireMessage,
    segment: z.number().int().positive().optional(),
  }),
  z.object({
    type: z.literal('segment-done'),
    job: z.string(),
    segment: z.number().int().positive(),
    artifact: Artifact,
  }),
  z.object({
    type: z.literal('segment-failed'),
    job: z.string(),
    segment: z.number().int().positive(),
    error: WireError,
  }),
])
export type RunEvent = z.infer<typeof RunEvent>

/** How a job ended, told once by whoever ran it; of one that failed, `artifacts` are those that are finished all the same. */
export const JobEnd = z.discriminatedUnion('type', [
  z.object({ type: z.literal('completed'), job: z.string(), artifacts: z.array(Artifact) }),
  z.object({ type: z.literal('failed'), job: z.string(), error: WireError, artifacts: z.array(Artifact) }),
])
export type JobEnd = z.infer<typeof JobEnd>

/** All that is heard of a job: the CLI's --json prints it one a line, the API and the app follow the same. */
export const JobEvent = z.discriminatedUnion('type', [...RunEvent.options, ...JobEnd.options])
export type JobEvent = z.infer<typeof JobEvent>

/** What the job service says besides: a job is in the queue (again), or gone with its files. */
export const ServiceEvent = z.discriminatedUnion('type', [
  ...JobEvent.options,
  z.object({ type: z.literal('queued'), job: z.string() }),
  z.object({ type: z.literal('removed'), job: z.string() }),
])
export type ServiceEvent = z.infer<typeof ServiceEvent>

/** An event as it is kept: ids rise over all jobs and are never used twice, so that a follower can resume after one. */
export const StoredEvent = z.object({ id: z.number().int().positive(), at: z.iso.datetime(), event: ServiceEvent })
export type StoredEvent = z.infer<typeof StoredEvent>
