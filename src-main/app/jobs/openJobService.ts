import type { Delivery, Job } from '#shared/job/job.ts'
import type { Result } from '#shared/result.ts'
import { openOutsideRenders } from '../renders/outsideRenders.ts'
import type { RunJob } from '../run/jobRunner.ts'
import { openWebhooks } from '../webhooks/openWebhooks.ts'
import { createEstimate } from './estimateJob.ts'
import { createJobService, type JobService, type JobServiceParts } from './jobService.ts'

export interface OpenJobServiceParts extends Omit<JobServiceParts, 'run' | 'isOutside' | 'estimate'> {
  /** Makes the files of the jobs that no other process makes. */
  readonly render: RunJob
  /** The folder where spoken pieces are kept. */
  readonly speechCache: string
  readonly webhooks: {
    /** What calls are signed with; null where there is none. */
    readonly secret: () => Promise<Result<string | null>>
    /** What a call says of its job, as JSON. */
    readonly body: (job: Job, delivery: Delivery) => string
  }
}

export interface OpenJobService {
  readonly service: JobService
  /** Takes up what had no end when the service last stopped, follows what other processes render, and makes webhook calls. */
  start(): Promise<void>
  /** Ends all of that. Questions are answered until then; jobs get `graceMs` milliseconds to come to an end. */
  close(graceMs: number): Promise<void>
}

/**
 * Opens the job service as every way in has it: queue and runner, the jobs that the command line renders into the same
 * data folder, and webhooks; started in this order and closed in its reverse.
 */
export function openJobService(parts: OpenJobServiceParts): OpenJobService {
  const { render, speechCache, webhooks, ...rest } = parts
  const { home, engines, speech, deliveries, outbound, log } = parts
  const renders = openOutsideRenders(home, log)
  const estimate = createEstimate({ engines, speech, speechCache })
  const service = createJobService({ ...rest, ...renders.orElse(render), estimate })
  let unwatch: (() => void) | undefined
  let calls: ReturnType<typeof openWebhooks> | undefined
  return {
    service,
    async start() {
      await service.start()
      unwatch = renders.watch(service.adopt)
      calls = openWebhooks({
        deliveries,
        outbound,
        log,
        follow: service.follow,
        secret: webhooks.secret,
        body: async (delivery) => {
          const job = await service.job({ id: delivery.job })
          return job.ok ? webhooks.body(job.value, delivery) : undefined
        },
      })
    },
    async close(graceMs) {
      unwatch?.()
      await service.close(graceMs)
      await calls?.close()
    },
  }
}
