import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { Delivery, Job } from '#shared/job/job.ts'
import type { Result } from '#shared/result.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import { openOutsideRenders } from '../renders/outsideRenders.ts'
import type { RunJob } from '../run/jobRunner.ts'
import { openCourier } from '../webhooks/openWebhooks.ts'
import { createEstimate } from './estimateJob.ts'
import { openStudio, type Studio, type StudioParts } from './jobService.ts'

export interface JobServiceParts extends Omit<StudioParts, 'run' | 'isOutside' | 'estimate'> {
  /** Makes the files of the jobs that no other process makes. */
  readonly render: RunJob
  /** For estimates; what speaks stands behind `render`. */
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
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
  readonly studio: Studio
  /** Takes up what had no end when the service last stopped, follows what other processes render, and makes webhook calls. */
  start(): Promise<void>
  /** Ends all of that. Questions are answered until then; jobs get `graceMs` milliseconds to come to an end. */
  close(graceMs: number): Promise<void>
}

/**
 * Opens the job service as every way in has it: queue and runner, the jobs that the command line renders into the same
 * data folder, and webhooks; started in this order and closed in its reverse.
 */
export function openJobService(parts: JobServiceParts): OpenJobService {
  const { render, speech, speechCache, webhooks, ...rest } = parts
  const { home, engines, deliveries, outbound, log } = parts
  const renders = openOutsideRenders(home, log)
  const estimate = createEstimate({ engines, speech, speechCache })
  const studio = openStudio({ ...rest, ...renders.orElse(render), estimate })
  let unwatch: (() => void) | undefined
  let courier: ReturnType<typeof openCourier> | undefined
  return {
    studio,
    async start() {
      await studio.start()
      unwatch = renders.watch(studio.adopt)
      courier = openCourier({
        deliveries,
        outbound,
        log,
        follow: studio.follow,
        secret: webhooks.secret,
        body: async (delivery) => {
          const job = await studio.job({ id: delivery.job })
          return job.ok ? webhooks.body(job.value, delivery) : undefined
        },
      })
    },
    async close(graceMs) {
      unwatch?.()
      await studio.close(graceMs)
      await courier?.close()
    },
  }
}
