import { webhookBody } from '#api/present/webhookBody.ts'
import type { Publish } from '#app/desktop/handlers.ts'
import type { Keys } from '#app/desktop/settings/keys.ts'
import type { JobService } from '#app/jobs/jobService.ts'
import { openJobService } from '#app/jobs/openJobService.ts'
import type { Log } from '#app/log.ts'
import type { Outbound } from '#app/net/outbound.ts'
import type { RunJob } from '#app/run/jobRunner.ts'
import { runJob } from '#app/run/runJob.ts'
import type { PartUnderWay } from '#shared/desktop/desktop.ts'
import type { Result } from '#shared/result.ts'
import type { Engines } from './engines.ts'

export interface JobsParts {
  readonly home: string
  readonly version: string
  readonly engines: Engines
  readonly keys: Keys
  readonly outbound: Outbound
  /** What webhook calls are signed with; null where there is none. */
  readonly webhookSecret: () => Promise<Result<string | null>>
  /** Where the local API answers. */
  readonly origin: () => string
  readonly publish: Publish
  readonly log: Log
}

export interface Jobs {
  readonly service: JobService
  start(): Promise<void>
  close(): Promise<void>
}

const day = 24 * 60 * 60 * 1000
/** Finished jobs in the library stay for a year, unless they take more than this. */
const retention = { age: 365 * day, size: 50 * 2 ** 30 }

/** Opens the job service over the app's engines. */
export function openJobs(parts: JobsParts): Jobs {
  const { engines, keys, publish } = parts
  const service = openJobService({
    home: parts.home,
    version: parts.version,
    jobs: engines.jobs,
    deliveries: engines.deliveries,
    engines: keys.choice,
    speech: engines.speech,
    speechCache: engines.speechCache,
    outbound: parts.outbound,
    log: parts.log,
    render: createRun(engines, publish),
    webhooks: {
      secret: parts.webhookSecret,
      body: (job, delivery) => webhookBody(job, delivery, parts.origin()),
    },
    retention,
    // One job at a time has the whole machine, so the one that was asked for first is ready first.
    concurrency: 1,
    queueLimit: 100,
  })
  return {
    service: service.service,
    start: service.start,
    async close() {
      // What is under way is kept for the next start, which goes on where this one stopped.
      await service.close(0)
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
    return runJob(spec, { ...tools.value, speech: engines.speech[spec.spokenAs.engine] }, { ...watch, onUnderWay })
  }
}
