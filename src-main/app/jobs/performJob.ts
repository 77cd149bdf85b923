import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { removeLeftovers } from '#files/placeFile.ts'
import type { Artifact } from '#shared/domain.ts'
import { type AppError, appError, englishSentence } from '#shared/errors.ts'
import type { RunEvent } from '#shared/job/events.ts'
import type { Job } from '#shared/job/job.ts'
import { type Look, withBackground } from '#shared/look/look.ts'
import { sayPhrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Log } from '../log.ts'
import { replaceAddresses } from '../looks/replaceAddresses.ts'
import { fetchPicture } from '../net/fetchImage.ts'
import type { Outbound } from '../net/outbound.ts'
import { vetAddresses } from '../net/vetAddresses.ts'
import type { RunJob } from '../run/jobRunner.ts'
import { filesFolder, jobRoot, workFolder } from './jobFolders.ts'
import type { StopReason } from './jobQueue.ts'
import { openBacklog, type RecordedEvent } from './recordBacklog.ts'

export interface PerformParts {
  readonly home: string
  readonly run: RunJob
  readonly outbound: Outbound
  /** Keeps what happened. Fails with DISK_FULL, STORE_BUSY or STORE_FAILED. */
  readonly record: (event: RecordedEvent) => Result<void>
  readonly log: Log
  /** Whether the service is closing: what fails then may have been ended with it, and is tried again at the next start. */
  readonly closing: () => boolean
}

/** Milliseconds after which an end that could not be recorded is recorded again. */
const againMs = 1_000

/**
 * Runs a stored job from where it stopped to its end and records what happens. A job that is stopped because the
 * service closes waits again; one that is being removed leaves no record. While another program holds the database
 * locked, what happened waits for it and the job goes on; on a full disk, or where the database can't be written, the job
 * fails. Its end is recorded as soon as that works. Never rejects.
 */
export async function performJob(job: Job, signal: AbortSignal, performing: PerformParts): Promise<void> {
  const { log, home } = performing
  const broken = new AbortController()
  const backlog = openBacklog(performing.record)
  const keep = (event: RecordedEvent) => {
    try {
      const recorded = backlog.keep(event)
      if (!recorded.ok && recorded.error.code !== 'STORE_BUSY') broken.abort(recorded.error)
    } catch (error) {
      broken.abort(broke(error).error)
    }
  }
  const broke = (error: unknown) => {
    log('job broke', { job: job.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    return { ok: false as const, error: appError('UNEXPECTED') }
  }
  const outcome = await attempt(job, AbortSignal.any([signal, broken.signal]), keep, performing).catch(broke)
  const result = !outcome.ok && broken.signal.aborted ? fail(broken.signal.reason as AppError) : outcome
  if (result.ok) await rm(workFolder(home, job.id), { recursive: true, force: true }).catch(() => {})
  try {
    await recordEnd(job.id, result, signal, { ...performing, record: backlog.keep })
  } catch (error) {
    broke(error)
  }
}

/** An end that can't be recorded leaves the job unfinished in the store, so that it goes on at the next start. */
async function recordEnd(
  job: string,
  result: Result<readonly Artifact[]>,
  signal: AbortSignal,
  { record, log, closing }: PerformParts,
): Promise<void> {
  if (!result.ok && !signal.aborted && !closing())
    log('job failed', {
      job,
      code: result.error.code,
      message: englishSentence(result.error),
      detail: result.error.detail,
    })
  for (let tries = 0; ; tries++) {
    const end = endOf(job, result, signal, closing())
    if (!end) return
    const recorded = record(end)
    if (recorded.ok || signal.aborted || closing()) return
    if (tries === 0)
      log('end of a job not recorded yet', { job, code: recorded.error.code, detail: recorded.error.detail })
    await wait(againMs, undefined, { signal }).catch(() => {})
  }
}

/** How the job's run ended, as it is recorded; undefined for one that is being removed. */
function endOf(
  job: string,
  result: Result<readonly Artifact[]>,
  signal: AbortSignal,
  closing: boolean,
): RecordedEvent | undefined {
  if (result.ok) return { type: 'completed', job, artifacts: [...result.value] }
  const stopped = signal.aborted ? (signal.reason as StopReason) : undefined
  switch (stopped ?? (closing ? 'closing' : undefined)) {
    case 'removed':
      return undefined
    case 'closing':
      return { type: 'queued', job }
    case 'cancelled':
      return { type: 'failed', job, error: appError('CANCELLED'), artifacts: [] }
    case undefined:
      return { type: 'failed', job, error: result.error, artifacts: [] }
  }
}

async function attempt(
  job: Job,
  signal: AbortSignal,
  keep: (event: RunEvent) => void,
  performing: PerformParts,
): Promise<Result<readonly Artifact[]>> {
  const { home, run } = performing
  await mkdir(workFolder(home, job.id), { recursive: true })
  // A run that was killed left the files that it was writing half done.
  await removeLeftovers(filesFolder(home, job.id))
  // Where a name leads may have changed since the call. Once something is made, no address undoes it.
  const { webhookUrl } = job
  const vetted = await vetAddresses(job.done === 0 ? { webhookUrl } : {}, performing.outbound)
  if (!vetted.ok) return vetted
  const look = await lookOf(job, signal, performing)
  if (!look.ok) return look
  const backgrounds = await backgroundsOf(job, signal, performing)
  if (!backgrounds.ok) return backgrounds
  const spec = {
    ...job.request,
    look: look.value,
    backgrounds: backgrounds.value,
    id: job.id,
    folder: filesFolder(home, job.id),
    work: workFolder(home, job.id),
  }
  const emit = onlyNews(job, keep)
  return run(spec, { signal, emit, done: await finishedSegments(job) })
}

/** The job's look; where a background was asked for by its address, with the copy that is fetched here. */
async function lookOf(job: Job, signal: AbortSignal, { home, outbound }: PerformParts): Promise<Result<Look>> {
  const { look } = job.request
  if (job.backgroundUrl === undefined) return ok(look)
  const fetched = await fetchOnce(job.backgroundUrl, jobRoot(home, job.id), signal, outbound)
  return fetched.ok ? ok(withBackground(look, fetched.value)) : fetched
}

/** The backgrounds that the job's script names, those at an address as the copies that are fetched here. */
function backgroundsOf({ id, request }: Job, signal: AbortSignal, { home, outbound }: PerformParts) {
  return replaceAddresses(request.backgrounds, async (url, number) => {
    const folder = join(jobRoot(home, id), 'backgrounds', String(number))
    await mkdir(folder, { recursive: true })
    const fetched = await fetchOnce(url, folder, signal, outbound)
    return fetched.ok ? ok({ kind: 'picture', file: fetched.value }) : fetched
  })
}

/** Fetches a picture into a folder of its own, or finds the copy that an earlier run of the job fetched. */
async function fetchOnce(
  address: string,
  folder: string,
  signal: AbortSignal,
  outbound: Outbound,
): Promise<Result<string>> {
  const copy = join(folder, 'background')
  return (await sizeOf(copy)) ? ok(copy) : fetchPicture(address, folder, outbound, signal)
}

/** What was recorded as done and is still there, whole. */
async function finishedSegments(job: Job): Promise<ReadonlyMap<number, readonly Artifact[]>> {
  const done = new Map<number, readonly Artifact[]>()
  // A voiceover's files belong to its only segment and name none.
  for (const part of job.parts.filter((candidate) => candidate.state === 'done')) {
    const artifacts = job.artifacts.filter(({ segment, kind }) => (segment ?? 1) === part.segment && kind !== 'zip')
    const sizes = await Promise.all(artifacts.map((artifact) => sizeOf(artifact.path)))
    const whole = artifacts.every((artifact, index) => sizes[index] === artifact.size)
    if (whole && artifacts.length > 0) done.set(part.segment, artifacts)
  }
  return done
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size
}

/**
 * Passes on what changes something: progress only forwards, in whole per cents or with a new message, and never 100
 * before every file is in place; warnings that the job does not have from an earlier run.
 */
function onlyNews(job: Job, keep: (event: RunEvent) => void): (event: RunEvent) => void {
  let reached = job.progress
  let last = ''
  const warned = (event: Extract<RunEvent, { type: 'warning' }>) =>
    job.warnings.some(({ segment, message }) => segment === event.segment && isDeepStrictEqual(message, event.message))
  return (event) => {
    if (event.type === 'warning' && warned(event)) return
    if (event.type !== 'progress') {
      keep(event)
      return
    }
    reached = Math.min(99, Math.max(reached, event.progress))
    const news = `${Math.floor(reached)} ${sayPhrase(event.message)}`
    if (news === last) return
    last = news
    keep({ ...event, progress: reached })
  }
}
