import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { JobStore, NewJob } from '#ports/JobStore.ts'
import type { Artifact } from '#shared/domain.ts'
import { type AppError, withoutDetail } from '#shared/errors.ts'
import type { ServiceEvent, StoredEvent } from '#shared/job/events.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { prepareKeepArtifact } from './keepArtifact.ts'
import { transact } from './openDatabase.ts'
import { explainSqlite } from './sqliteFailure.ts'
import { prepareUsedNames } from './usedNames.ts'

/** The half of the job store that writes. */
export type JobWrites = Pick<JobStore, 'create' | 'record' | 'remove' | 'filesRemoved'>
type RecordedEvent = Parameters<JobStore['record']>[0]
interface Row {
  readonly number: number
  readonly id: string
}

/** Removals that followers of the log can still be told of when they come back. */
const removalsKept = 1_000

/** What a job says before its run has said anything. */
const starting = JSON.stringify(phrase('STARTING'))

const JobKey = z.object({ number: z.number(), id: z.string(), webhook_url: z.string().nullable() })
const FileName = z.object({ download_name: z.string() })

/** The writing half of the job store; `clock` gives milliseconds since 1970. */
export function prepareJobWrites(database: DatabaseSync, home: string, clock: () => number): JobWrites {
  const sql = prepareStatements(database)
  const usedNames = prepareUsedNames(database)
  const keepArtifact = prepareKeepArtifact(database, home)

  const log = (full: ServiceEvent, at: number): StoredEvent => {
    const event = 'error' in full ? { ...full, error: withoutDetail(full.error) } : full
    const { lastInsertRowid } = sql.log.run(event.job, at, event.type, JSON.stringify(event))
    return { id: Number(lastInsertRowid), at: new Date(at).toISOString(), event }
  }
  const keepAll = (row: Row, artifacts: readonly Artifact[]) => {
    for (const artifact of artifacts) keepArtifact(row, artifact)
  }
  const end = (row: z.infer<typeof JobKey>, event: 'completed' | 'failed', at: number) => {
    sql.forgetProgress.run(row.id)
    if (row.webhook_url !== null) sql.owe.run(randomUUID(), row.number, row.webhook_url, event, at)
  }

  const insert = (job: NewJob, at: number): StoredEvent => {
    const number = Number(sql.insertJob.run(...jobColumns(job, at)).lastInsertRowid)
    sql.forgetFolder.run(job.id)
    for (const segment of job.segments) sql.insertPart.run(number, segment.index, segment.text)
    sql.insertSearch.run(number, job.request.script)
    return log({ type: 'queued', job: job.id }, at)
  }

  const apply = (event: RecordedEvent, row: z.infer<typeof JobKey>, at: number): void => {
    switch (event.type) {
      case 'queued':
        sql.setState.run('waiting', null, at, row.number)
        sql.partsAgain.run(row.number)
        return
      case 'started':
        sql.setState.run('running', null, at, row.number)
        sql.setProgress.run(0, starting, at, row.number)
        return
      case 'progress':
        sql.setProgress.run(event.progress, JSON.stringify(event.message), at, row.number)
        return
      case 'warning':
        return
      case 'segment-done':
        keepArtifact(row, event.artifact)
        sql.setPart.run('done', null, row.number, event.segment)
        return
      case 'segment-failed':
        sql.setPart.run('failed', keptError(event.error), row.number, event.segment)
        return
      case 'completed':
        keepAll(row, event.artifacts)
        sql.partsDone.run(row.number)
        sql.setState.run('completed', null, at, row.number)
        sql.setCompleted.run(row.number)
        end(row, 'completed', at)
        return
      case 'failed': {
        const state = event.error.code === 'CANCELLED' ? 'cancelled' : 'failed'
        keepAll(row, event.artifacts)
        sql.setState.run(state, keptError(event.error), at, row.number)
        end(row, 'failed', at)
      }
    }
  }

  /** One transaction, or DISK_FULL, STORE_BUSY or STORE_FAILED and nothing of it. */
  const write = <T>(work: () => T): Result<T> => {
    try {
      return ok(transact(database, work))
    } catch (error) {
      const failure = explainSqlite(error, home)
      if (!failure) throw error
      return fail(failure)
    }
  }

  return {
    create: (job) => write(() => insert(job, clock())),
    record: (event) =>
      write(() => {
        const at = clock()
        apply(event, JobKey.parse(sql.key.get(event.job)), at)
        return log(event, at)
      }),
    remove: (id) =>
      write(() => {
        for (const row of sql.fileNames.all(id)) usedNames.add(FileName.parse(row).download_name)
        if (sql.removeJob.run(id).changes === 0) return undefined
        sql.forgetEvents.run(id)
        sql.keepFolder.run(id)
        const removed = log({ type: 'removed', job: id }, clock())
        sql.forgetRemovals.run(removalsKept)
        return removed
      }),
    filesRemoved: (id) => write(() => void sql.forgetFolder.run(id)),
  }
}

function prepareStatements(database: DatabaseSync) {
  return {
    key: database.prepare('SELECT number, id, webhook_url FROM jobs WHERE id = ?'),
    insertJob: database.prepare(
      `INSERT INTO jobs (id, kind, state, progress, message, segments, created_at, updated_at, opening,
         idempotency_key, fingerprint, webhook_url, background_url, request, script)
       VALUES (?, ?, 'waiting', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertPart: database.prepare(`INSERT INTO parts (job, segment, state, text) VALUES (?, ?, 'waiting', ?)`),
    insertSearch: database.prepare('INSERT INTO searches (job, text) VALUES (?, folded(?))'),
    setState: database.prepare('UPDATE jobs SET state = ?, error = ?, updated_at = ? WHERE number = ?'),
    setCompleted: database.prepare('UPDATE jobs SET progress = 100 WHERE number = ?'),
    setProgress: database.prepare(
      'UPDATE jobs SET progress = max(progress, ?), message = ?, updated_at = ? WHERE number = ?',
    ),
    setPart: database.prepare('UPDATE parts SET state = ?, error = ? WHERE job = ? AND segment = ?'),
    partsAgain: database.prepare(`UPDATE parts SET state = 'waiting', error = NULL WHERE job = ? AND state = 'failed'`),
    partsDone: database.prepare(`UPDATE parts SET state = 'done', error = NULL WHERE job = ?`),
    owe: database.prepare(
      `INSERT INTO deliveries (id, job, url, event, state, created_at, asked_at, due_at, attempts)
       VALUES (?1, ?2, ?3, ?4, 'pending', ?5, ?5, ?5, '[]')`,
    ),
    log: database.prepare('INSERT INTO events (job, at, type, body) VALUES (?, ?, ?, ?)'),
    forgetProgress: database.prepare(`DELETE FROM events WHERE job = ? AND type = 'progress'`),
    forgetEvents: database.prepare('DELETE FROM events WHERE job = ?'),
    forgetRemovals: database.prepare(
      `DELETE FROM events WHERE type = 'removed' AND id <=
         (SELECT id FROM events WHERE type = 'removed' ORDER BY id DESC LIMIT 1 OFFSET ?)`,
    ),
    fileNames: database.prepare(
      'SELECT download_name FROM artifacts JOIN jobs ON jobs.number = artifacts.job WHERE jobs.id = ?',
    ),
    removeJob: database.prepare('DELETE FROM jobs WHERE id = ?'),
    keepFolder: database.prepare('INSERT OR IGNORE INTO removed_folders (job) VALUES (?)'),
    forgetFolder: database.prepare('DELETE FROM removed_folders WHERE job = ?'),
  }
}

function jobColumns(job: NewJob, at: number) {
  const { script, ...request } = job.request
  return [
    job.id,
    request.kind,
    starting,
    job.segments.length,
    at,
    at,
    job.opening,
    job.idempotency?.key ?? null,
    job.idempotency?.fingerprint ?? null,
    job.webhookUrl ?? null,
    job.backgroundUrl ?? null,
    JSON.stringify(request),
    script,
  ]
}

const keptError = (error: AppError): string => JSON.stringify(withoutDetail(error))
