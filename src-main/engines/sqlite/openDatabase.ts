import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { appError } from '#shared/errors.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { foldText } from './foldText.ts'
import { migrations } from './migrations.ts'
import { explainSqlite } from './sqliteFailure.ts'

// "PCut" in ASCII: tells this file from any other SQLite database.
const applicationId = 0x50437574

/** Milliseconds that are waited for another program's lock: while it is opened, and later. */
const openingMs = 5_000
const workingMs = 50

const Header = z.object({ application_id: z.number() })
const Version = z.object({ user_version: z.number() })
const Tables = z.object({ count: z.number() })

/**
 * Opens the job database, made or brought to this version where needed. Fails with STORE_TOO_NEW for a newer version
 * STORE_BUSY where another program holds it locked, and STORE_UNREADABLE for a file that is no job database; such a file
 * stays byte for byte as it was.
 */
export function openDatabase(path: string, steps: readonly string[] = migrations): Result<DatabaseSync> {
  let database: DatabaseSync | undefined
  try {
    mkdirSync(dirname(path), { recursive: true })
    closeToOthers(path)
    database = new DatabaseSync(path, { timeout: openingMs })
    const refusal = inspect(database, path, steps.length)
    if (refusal) {
      database.close()
      return refusal
    }
    // NORMAL: a kill loses nothing; a power cut may lose the last moments, never the file.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    database.function('folded', { deterministic: true }, (text) => foldText(String(text)))
    migrate(database, steps)
    // From here on everything else waits with it, so whoever writes waits by itself and tries again.
    database.exec(`PRAGMA busy_timeout = ${workingMs}`)
    return ok(database)
  } catch (error) {
    database?.close()
    if (!(error instanceof Error)) throw error
    const failure = explainSqlite(error, dirname(path))
    if (failure?.code === 'STORE_BUSY') return fail(failure)
    return fail(appError('STORE_UNREADABLE', { path, reason: words(error.message) }))
  }
}

/** Scripts and addresses lie in it. SQLite gives the files beside it the same rights. */
function closeToOthers(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  // Where it is somebody else's, they decide.
  if (statSync(path).uid === process.getuid?.()) chmodSync(path, 0o600)
}

/** Runs `work` as one transaction: all of it, or nothing. */
export function transact<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite has already rolled back by itself after a full disk or an I/O error.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function inspect(database: DatabaseSync, path: string, known: number): Result<never> | undefined {
  const { application_id } = Header.parse(database.prepare('PRAGMA application_id').get())
  const { count } = Tables.parse(database.prepare('SELECT count(*) AS count FROM sqlite_schema').get())
  if (count > 0 && application_id !== applicationId)
    return fail(appError('STORE_UNREADABLE', { path, reason: phrase('OTHER_PROGRAM') }))
  const found = version(database)
  if (found > known) return fail(appError('STORE_TOO_NEW', { path, found, known }))
  return undefined
}

function migrate(database: DatabaseSync, steps: readonly string[]): void {
  if (version(database) === steps.length) return
  transact(database, () => {
    // Asked again inside the transaction: another process may have been first.
    for (const migration of steps.slice(version(database))) database.exec(migration)
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${steps.length}`)
  })
}

function version(database: DatabaseSync): number {
  return Version.parse(database.prepare('PRAGMA user_version').get()).user_version
}
