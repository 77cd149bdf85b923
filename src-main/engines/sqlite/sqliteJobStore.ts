import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { JobStore } from '#ports/JobStore.ts'
import { foldText } from './foldText.ts'
import { type JobWrites, prepareJobWrites } from './jobWrites.ts'
import {
  currentPart,
  readArtifact,
  readEvent,
  readJob,
  readNumber,
  readRequest,
  readSummary,
  summaryColumns,
} from './rows.ts'
import { withStoreFailures } from './sqliteFailure.ts'

const Key = z.object({ id: z.string(), fingerprint: z.string() })
const Id = z.object({ id: z.string() })
const OwnerId = z.object({ job_id: z.string() })
const Finished = z
  .object({ id: z.string(), updated_at: z.number(), size: z.number() })
  .transform((row) => ({ id: row.id, updatedAt: new Date(row.updated_at).toISOString(), size: row.size }))

/** The job store on an open database. Paths below `home` are kept relative to it; `clock` gives milliseconds since 1970. */
export function sqliteJobStore(database: DatabaseSync, home: string, clock: () => number = Date.now): JobStore {
  const sql = prepareReads(database)

  const reads: Omit<JobStore, keyof JobWrites> = {
    withKey: (key) => {
      const row = sql.withKey.get(key)
      return row && Key.parse(row)
    },
    summary: (id) => {
      const row = sql.summary.get(id)
      return row && readSummary(row)
    },
    job: (id) => {
      const job = sql.job.get(id)
      if (!job) return undefined
      const number = readNumber(job)
      const rows = {
        parts: sql.parts.all(number),
        artifacts: sql.artifacts.all(number),
        warnings: sql.warnings.all(id),
      }
      return readJob({ job, ...rows }, home)
    },
    list: ({ kind, states, search = '', withFiles = false, before, limit }) => {
      const rows = sql.list.all({
        kind: kind ?? null,
        states: states ? JSON.stringify(states) : null,
        search: foldText(search).trim(),
        withFiles: Number(withFiles),
        before: before ?? null,
        limit: limit + 1,
      })
      const jobs = rows.slice(0, limit).map(readSummary)
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return last ? { jobs, next: readNumber(last) } : { jobs }
    },
    unfinished: () => sql.unfinished.all().map((row) => Id.parse(row).id),
    repeatable: () => sql.repeatable.all().map(readRequest),
    events: (since, job) => (job === undefined ? sql.events.all(since) : sql.jobEvents.all(since, job)).map(readEvent),
    artifact: (downloadName) => {
      const row = sql.artifact.get(downloadName)
      return row && { job: OwnerId.parse(row).job_id, artifact: readArtifact(row, home) }
    },
    finished: () => sql.finished.all().map((row) => Finished.parse(row)),
    removals: () => sql.removals.all().map((row) => OwnerId.parse(row).job_id),
    unknown: (ids) => sql.unknown.all(JSON.stringify(ids)).map((row) => Id.parse(row).id),
  }
  return { ...prepareJobWrites(database, home, clock), ...withStoreFailures(reads, home) }
}

function prepareReads(database: DatabaseSync) {
  return {
    withKey: database.prepare('SELECT id, fingerprint FROM jobs WHERE idempotency_key = ?'),
    summary: database.prepare(`SELECT ${summaryColumns} FROM jobs ${currentPart} WHERE jobs.id = ?`),
    job: database.prepare(
      `SELECT ${summaryColumns}, script, webhook_url, background_url FROM jobs ${currentPart} WHERE jobs.id = ?`,
    ),
    parts: database.prepare('SELECT segment, state, error, text FROM parts WHERE job = ? ORDER BY segment'),
    artifacts: database.prepare(
      'SELECT download_name, body FROM artifacts WHERE job = ? ORDER BY segment IS NULL, segment, rowid',
    ),
    warnings: database.prepare(`SELECT body FROM events WHERE job = ? AND type = 'warning' ORDER BY id`),
    list: database.prepare(
      `SELECT ${summaryColumns} FROM jobs ${currentPart}
       WHERE ($before IS NULL OR number < $before) AND ($kind IS NULL OR kind = $kind)
         AND ($states IS NULL OR jobs.state IN (SELECT value FROM json_each($states)))
         AND (NOT $withFiles OR EXISTS
           (SELECT 1 FROM artifacts WHERE job = number AND body ->> 'kind' <> 'subtitles'))
         AND ($search = '' OR EXISTS (SELECT 1 FROM searches WHERE job = number AND instr(text, $search)))
       ORDER BY number DESC LIMIT $limit`,
    ),
    unfinished: database.prepare(
      `SELECT id FROM jobs WHERE state IN ('running', 'waiting') ORDER BY state = 'waiting', number`,
    ),
    repeatable: database.prepare(`SELECT request FROM jobs WHERE state <> 'completed' ORDER BY number`),
    events: database.prepare('SELECT id, at, body FROM events WHERE id > ? ORDER BY id'),
    jobEvents: database.prepare('SELECT id, at, body FROM events WHERE id > ? AND job = ? ORDER BY id'),
    artifact: database.prepare(
      `SELECT download_name, body, jobs.id AS job_id FROM artifacts JOIN jobs ON jobs.number = artifacts.job
       WHERE download_name = ?`,
    ),
    finished: database.prepare(
      `SELECT id, updated_at, (SELECT coalesce(sum(size), 0) FROM artifacts WHERE job = jobs.number) AS size
       FROM jobs WHERE state NOT IN ('running', 'waiting') ORDER BY updated_at, number`,
    ),
    removals: database.prepare('SELECT job AS job_id FROM removed_folders ORDER BY job'),
    unknown: database.prepare(
      `SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM jobs)
         AND value NOT IN (SELECT job FROM removed_folders)`,
    ),
  }
}
