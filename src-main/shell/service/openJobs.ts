import { webhookBody } from '#api/present/webhookBody.ts'
import type { Publish } from '#app/desktop/answers.ts'
import type { Keys } from '#app/desktop/settings/keys.ts'
import { createEstimate } from '#app/jobs/estimateJob.ts'
import { openStudio, type Studio } from '#app/jobs/jobService.ts'
import type { Log } from '#app/log.ts'
import type { Outbound } from '#app/net/outbound.ts'
import { openOutsideRenders } from '#app/renders/outsideRenders.ts'
import type { RunJob } from '#app/run/jobRunner.ts'
import { runJob } from '#app/run/runJob.ts'
import { openCourier } from '#app/webhooks/openWebhooks.ts'
import type { PartUnderWay } from '#shared/desktop/desktop.ts'
import type { Result } from '#shared/result.ts'
import type { Engines } from './engines.ts'

export interface WorkParts {
  readonly home: string
  readonly version: string
  readonly engines: Engines
  readonly keys: Keys
  readonly speechUrl: () => string
  readonly outbound: Outbound
  /** What webhook calls are signed with; null where there is none. */
  readonly webhookSecret: () => Promise<Result<string | null>>
  /** Where the local API answers. */
  readonly origin: () => string
  readonly publish: Publish
  readonly log: Log
}

export interface Work {
  readonly studio: Studio
  start(): Promise<void>
  close(): Promise<void>
}

const day = 24 * 60 * 60 * 1000
/** Finished jobs in the library stay for a year, unless they take more than this. */
const retention = { age: 365 * day, size: 50 * 2 ** 30 }

/** Opens the job service over the engines, and the courier that tells webhooks of it. */
export function openWork({
  home,
  version,
  engines,
  keys,
  speechUrl,
  outbound,
  publish,
  log,
  ...parts
}: WorkParts): Work {
  const { jobs, deliveries, speech, speechCache } = engines
  const estimating = {
    ...{ engines: keys.choice, speech, speechCache },
    get priced() {
      return speechUrl() === ''
    },
  }
  const renders = openOutsideRenders(home)
  const studio = openStudio({
    ...{ home, version, jobs, deliveries, outbound, log, retention },
    engines: keys.choice,
    ...renders.orElse(createRun(engines, publish)),
    estimate: createEstimate(estimating),
    // One job at a time has the whole machine, so the one that was asked for first is ready first.
    ...{ concurrency: 1, queueLimit: 100 },
  })
  let unwatch: (() => void) | undefined
  let courier: ReturnType<typeof openCourier> | undefined
  return {
    studio,
    async start() {
      await studio.start()
      unwatch = renders.watch(studio.adopt)
      courier = openCourier({
        ...{ deliveries, outbound, log, follow: studio.follow, secret: parts.webhookSecret },
        body: async (delivery) => {
          const job = await studio.job({ id: delivery.job })
          return job.ok ? webhookBody(job.value, delivery, parts.origin()) : undefined
        },
      })
    },
    async close() {
      unwatch?.()
      // What is under way is kept for the next start, which goes on where this one stopped.
      await studio.close(0)
      await courier?.close()
      await engines.close()
    },
  }
}

function createRun(engines: Engines, publish: Publish): RunJob {
  return async (spec, watch) => {
    const tools = await engines.tools()
    if (!tools.ok) return tools
    const onUnderWay = (parts: readonly PartUnderWay[]) =>
      publish({ type: 'under-way', job: spec.id, parts: [...parts] })
    return runJob(spec, { ...tools.value, speech: engines.speech[spec.engine] }, { ...watch, onUnderWay })
  }
}
