import { z } from 'zod'
import { PartUnderWay } from '#shared/desktop/desktop.ts'
import { Artifact } from '#shared/domain.ts'
import { RunEvent } from '#shared/job/events.ts'
import { JobRequest } from '#shared/job/request.ts'
import { WireError } from '#shared/wireError.ts'

// What the service and a render host say to each other: one job at a time, told by its events, ended by its result.

/** To the host. */
export const HostOrder = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run'),
    spec: JobRequest.extend({ id: z.string(), folder: z.string(), work: z.string() }),
    done: z.array(z.tuple([z.number(), z.array(Artifact)])),
    cores: z.number().int().positive(),
  }),
  /** Stops the job that runs. */
  z.object({ type: z.literal('stop') }),
])
export type HostOrder = z.infer<typeof HostOrder>

/** From the host. */
export const HostWord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event'), event: RunEvent }),
  z.object({ type: z.literal('under-way'), parts: z.array(PartUnderWay) }),
  z.object({ type: z.literal('completed'), artifacts: z.array(Artifact) }),
  z.object({
    type: z.literal('failed'),
    error: WireError,
  }),
])
export type HostWord = z.infer<typeof HostWord>
