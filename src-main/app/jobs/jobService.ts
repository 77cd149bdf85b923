import { readdir } from 'node:fs/promises'
import type { z } from 'zod'
import { openingWords } from '#pipeline/naming/openingWords.ts'
import { segmentsOf } from '#pipeline/segmentScript.ts'
import type { DeliveryStore, JobStore } from '#ports/JobStore.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { type AppError, appError } from '#shared/errors.ts'
import type { Contract, Operation, Output } from '#shared/job/contract.ts'
import type { Job, JobSummary } from '#shared/job/job.ts'
import type { JobRequest } from '#shared/job/request.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { defaultVoice, type EngineName, guideVoiceNames, guideVoices } from '#shared/speech/engines.ts'
import { storeResult } from '#shared/storeFailure.ts'
import type { Log } from '../log.ts'
import type { Outbound } from '../net/outbound.ts'
import { patiently } from '../patiently.ts'
import type { RunJob } from '../run/jobRunner.ts'
import { pruneCaches } from '../run/openCaches.ts'
import type { EngineChoice } from '../speech/chooseEngine.ts'
import { listVoices } from '../speech/listVoices.ts'
import { createJob } from './createJob.ts'
import { type Follower, openEventHub } from './eventHub.ts'
import { filesFolder } from './jobFolders.ts'
import { openJobQueue } from './jobQueue.ts'
import { type OpenFile, openJobFile } from './openJobFile.ts'
import { performJob } from './performJob.ts'
import {
  expiredJobs,
  type RemoveFolder,
  type Retention,
  removeFiles,
  removeFolder,
  reportUnknownFolders,
} from './sweepJobs.ts'

/** What the contract promises, as methods: their inputs were parsed by its schemas (in the API's routes, the shell's ipc). */
export type Operations = {
  readonly [Name in Operation]: (input: z.output<Contract[Name]['input']>) => Promise<Result<Output<Name>>>
}

export interface JobService extends Operations {
  /**
   * Takes in a job that another process makes; `run` follows it there. One that is known already is left as it is. False
   * where it could not be kept now and is to be offered again.
   */
  adopt(id: string, request: JobRequest): boolean
  /** Takes up the jobs that had no end when the service last stopped; what is to be cleared up follows by itself. */
  start(): Promise<void>
  /** Every event from now on; the function returned ends that. */
  follow(follower: Follower): () => void
  /** Whether a job has, or had, a finished file of this download name. */
  isFile(downloadName: string): boolean
  /** Opens a finished file by its download name. Fails with FILE_NOT_FOUND or DOWNLOAD_FAILED. */
  openFile(downloadName: string): Promise<Result<OpenFile>>
  /** Seconds after which asking a full queue again makes sense. */
  retryAfter(): number
  /** Takes nothing more in, finishes what can be finished in `graceMs`, and keeps the rest for the next start. */
  close(graceMs: number): Promise<void>
}

export interface JobServiceParts {
  readonly home: string
  readonly version: string
  readonly jobs: JobStore
  readonly deliveries: DeliveryStore
  readonly run: RunJob
  /** Whether another process makes the job: it waits for no turn here. */
  readonly isOutside?: (job: string) => boolean
  readonly engines: EngineChoice
  /** For their voices and for estimates; what speaks stands behind `run`. */
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  readonly estimate: Operations['estimate']
  readonly outbound: Outbound
  readonly log: Log
  /** Jobs that run at a time. */
  readonly concurrency: number
  /** Jobs that may wait. */
  readonly queueLimit: number
  readonly retention: Retention
  /** How a job's folder is removed; by the file system unless a test brings its own. */
  readonly removeFolder?: RemoveFolder
}

const isOpen = (job: JobSummary | undefined) => job?.state === 'waiting' || job?.state === 'running'

const sweepEveryMs = 60 * 60 * 1000

/** Opens the job service: one method per operation of the contract, for REST, the app and the command line alike. */
export function createJobService(parts: JobServiceParts): JobService {
  const { home, jobs, deliveries, log } = parts
  const hub = openEventHub(log)
  const sweepParts = { home, jobs, log, removeFolder: parts.removeFolder ?? removeFolder }
  const startedAt = Date.now()
  let closing = false
  let nextSweeps: NodeJS.Timeout | undefined
  let sweeping = Promise.resolve()
  let typicalSeconds = 30

  const record = (event: Parameters<JobStore['record']>[0]): Result<void> => {
    const stored = jobs.record(event)
    if (!stored.ok) return stored
    hub.publish(stored.value)
    return ok(undefined)
  }
  const queue = openJobQueue(parts.concurrency, async (id, signal) => {
    const job = jobs.job(id)
    if (!job) return
    const startedAt = Date.now()
    await performJob(job, signal, {
      home,
      run: parts.run,
      outbound: parts.outbound,
      // A run that was given up has no say any more.
      record: (event) => (queue.isCurrent(id, signal) ? record(event) : ok(undefined)),
      log,
      closing: () => closing,
    })
    typicalSeconds = 0.7 * typicalSeconds + 0.3 * ((Date.now() - startedAt) / 1000)
  })
  const enter = (id: string) => (parts.isOutside?.(id) ? queue.begin(id) : queue.push(id))
  const retryAfter = () => Math.ceil(Math.min(600, Math.max(5, typicalSeconds / parts.concurrency)))
  const refusal = (): AppError | undefined => {
    if (closing) return appError('CLOSING')
    const { queueLimit: limit } = parts
    return queue.waiting >= limit ? appError('QUEUE_FULL', { limit, seconds: retryAfter() }) : undefined
  }

  const present = <T extends JobSummary>(job: T): T => {
    const place = queue.place(job.id)
    return place === undefined ? job : { ...job, place }
  }
  const summary = async (id: string): Promise<Result<JobSummary>> => {
    const job = jobs.summary(id)
    return job ? ok(present(job)) : fail(appError('JOB_NOT_FOUND'))
  }
  const whole = async (id: string): Promise<Result<Job>> => {
    const job = jobs.job(id)
    return job ? ok(present(job)) : fail(appError('JOB_NOT_FOUND'))
  }
  const queueAgain = (id: string): Result<void> => {
    const job = jobs.summary(id)
    if (!job) return fail(appError('JOB_NOT_FOUND'))
    if (job.state === 'completed') return fail(appError('JOB_COMPLETED'))
    if (isOpen(job)) return fail(appError('JOB_NOT_ENDED'))
    const refused = refusal()
    if (refused) return fail(refused)
    const recorded = record({ type: 'queued', job: id })
    if (recorded.ok) queue.push(id)
    return recorded
  }
  const removals = new Set<Promise<unknown>>()
  const remove = (id: string): Promise<Result<{ id: string }>> => {
    const removal = removeNow(id).finally(() => removals.delete(removal))
    removals.add(removal)
    return removal
  }
  const removeNow = async (id: string): Promise<Result<{ id: string }>> => {
    const still = await queue.stop(id, 'removed')
    let removed = await patiently(() => jobs.remove(id))
    if (!removed.ok && removed.error.code === 'DISK_FULL') {
      // On a full disk the files make room for forgetting them.
      await removeFiles(id, sweepParts)
      removed = jobs.remove(id)
    }
    if (!removed.ok) return removed
    if (!removed.value) return fail(appError('JOB_NOT_FOUND'))
    hub.publish(removed.value)
    // What still writes would put files back; the next sweep finds them.
    if (still) await removeFiles(id, sweepParts)
    return ok({ id })
  }
  const sweep = async () => {
    for (const id of jobs.removals()) {
      if (closing) return
      await removeFiles(id, sweepParts)
    }
    for (const id of expiredJobs(jobs.finished(), parts.retention, new Date())) {
      if (closing) return
      const removed = await remove(id)
      if (removed.ok) log('job expired', { job: id })
    }
    await pruneCaches(parts.home)
  }
  const logged = (error: unknown) => log('sweep failed', { error: String(error) })
  const sweepQuietly = () => {
    sweeping = sweeping.then(sweep).catch(logged)
  }

  return {
    createJob: async (input) => {
      const created = await createJob(input, {
        jobs,
        engines: parts.engines,
        speech: parts.speech,
        outbound: parts.outbound,
        refusal,
        created: (stored) => {
          hub.publish(stored)
          queue.push(stored.event.job)
        },
      })
      return created.ok ? whole(created.value) : created
    },
    jobStatus: ({ id }) => summary(id),
    job: ({ id }) => whole(id),
    listJobs: async (filter) => {
      const page = jobs.list(filter)
      return ok({ ...page, jobs: page.jobs.map(present) })
    },
    cancelJob: async ({ id }) => {
      const job = jobs.summary(id)
      if (!job) return fail(appError('JOB_NOT_FOUND'))
      if (!isOpen(job))
        return fail(
          appError('JOB_ENDED', {
            state: phrase(job.state === 'completed' ? 'COMPLETED' : job.state === 'failed' ? 'FAILED' : 'CANCELLED'),
          }),
        )
      await queue.stop(id, 'cancelled')
      // A job that ran has recorded its end; one that waited has not, nor one that found no room for it.
      const recordEnd = () => record({ type: 'failed', job: id, error: appError('CANCELLED'), artifacts: [] })
      const recorded = await patiently(() => (isOpen(jobs.summary(id)) ? recordEnd() : ok(undefined)))
      return recorded.ok ? summary(id) : recorded
    },
    retryJob: async ({ id }) => {
      const queued = await patiently(() => queueAgain(id))
      return queued.ok ? summary(id) : queued
    },
    deleteJob: ({ id }) => remove(id),
    events: async ({ since, id }) => ok(jobs.events(since, id)),
    voices: async () =>
      ok(
        guideVoiceNames.map((name) => ({
          name,
          description: guideVoices[name],
          recommended: name === defaultVoice,
        })),
      ),
    listVoices: (filter) => listVoices(parts.speech, filter),
    estimate: parts.estimate,
    health: async () => {
      const engine = await parts.engines.choose()
      if (!engine.ok) return engine
      return ok({
        status: closing ? ('closing' as const) : ('ok' as const),
        version: parts.version,
        engine: engine.value,
        uptime: (Date.now() - startedAt) / 1000,
        queue: {
          running: queue.running,
          waiting: queue.waiting,
          concurrency: parts.concurrency,
          limit: parts.queueLimit,
        },
      })
    },
    deliveries: async ({ id }) => (jobs.summary(id) ? ok(deliveries.of(id)) : fail(appError('JOB_NOT_FOUND'))),
    redeliver: async ({ id, delivery }) => {
      const call = deliveries.find(delivery)
      if (call?.job !== id) return fail(appError('DELIVERY_NOT_FOUND'))
      const renewed = await patiently(() => storeResult(() => deliveries.renew(delivery)))
      if (!renewed.ok) return renewed
      return renewed.value ? ok(renewed.value) : fail(appError('DELIVERY_NOT_FOUND'))
    },

    adopt: (id, request) => {
      const segments = segmentsOf(request)
      if (closing || segments.length === 0 || jobs.summary(id)) return true
      const created = jobs.create({ id, request, segments, opening: openingWords(segments[0]!.text) })
      if (!created.ok) {
        log('job not adopted', { job: id, code: created.error.code })
        return false
      }
      hub.publish(created.value)
      queue.begin(id)
      return true
    },
    start: async () => {
      for (const id of jobs.unfinished()) {
        // Taken in meanwhile: questions are answered before everything is cleared up.
        if (queue.has(id)) continue
        if (jobs.summary(id)?.state === 'running') record({ type: 'queued', job: id })
        enter(id)
      }
      sweeping = reportUnknownFolders(sweepParts).catch(logged)
      sweepQuietly()
      nextSweeps = setInterval(sweepQuietly, sweepEveryMs).unref()
    },
    follow: hub.follow,
    isFile: (downloadName) => jobs.artifact(downloadName) !== undefined,
    openFile: async (downloadName) => {
      const stored = jobs.artifact(downloadName)
      if (!stored) return fail(appError('FILE_NOT_FOUND'))
      const { job, artifact } = stored
      const opened = await openJobFile(home, artifact.path, downloadName)
      if (!opened.ok) {
        const names = await readdir(filesFolder(home, job)).catch(() => [])
        log('file missing', { job, file: downloadName, code: opened.error.code, available: names.join(', ') })
      }
      return opened
    },
    retryAfter,
    close: async (graceMs) => {
      closing = true
      clearInterval(nextSweeps)
      await queue.close(graceMs)
      await Promise.allSettled([sweeping, ...removals])
    },
  }
}
