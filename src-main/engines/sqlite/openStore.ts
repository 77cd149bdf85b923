import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type FileLock, lockFile } from '#files/lockFile.ts'
import type { DeliveryStore, JobStore } from '#ports/JobStore.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { openDatabase } from './openDatabase.ts'
import { sqliteDeliveryStore } from './sqliteDeliveryStore.ts'
import { sqliteJobStore } from './sqliteJobStore.ts'

export interface Store {
  readonly jobs: JobStore
  readonly deliveries: DeliveryStore
  close(): void
}

/**
 * Opens the jobs in the data folder `home` for one process alone, made where there are none. Fails with STORE_IN_USE
 * when another process has them, and with the STORE_* codes of openDatabase.
 */
export function openStore(home: string, clock?: () => number): Result<Store> {
  const lock = lockFolder(home)
  if (!lock.ok) return lock
  const path = join(home, 'jobs.sqlite')
  const damaged = findDamage(home, path)
  const database = damaged ? fail(damaged) : openDatabase(path)
  if (!database.ok) {
    lock.value.close()
    return database
  }
  return ok({
    jobs: sqliteJobStore(database.value, home, clock),
    deliveries: sqliteDeliveryStore(database.value, home, clock),
    close: () => {
      database.value.close()
      lock.value.close()
    },
  })
}

/**
 * What SQLite takes for a new database though it is the rest of an old one: a file of no bytes beside finished jobs (a
 * power cut, a full disk, a copy that failed), or a write-ahead log whose database was moved away without it, which
 * SQLite would delete.
 */
function findDamage(home: string, path: string): AppError | undefined {
  if (sizeOf(path) > 0) return undefined
  const log = `${path}-wal`
  if (sizeOf(log) > 0) return appError('STORE_UNREADABLE', { path: log, reason: phrase('LOG_WITHOUT_DATABASE') })
  if (statSync(path, { throwIfNoEntry: false }) && hasEntries(join(home, 'jobs')))
    return appError('STORE_UNREADABLE', { path, reason: phrase('EMPTY_BESIDE_JOBS') })
  return undefined
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const hasEntries = (folder: string) =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(folder).length > 0

/** Takes the folder for this process. */
function lockFolder(home: string): Result<FileLock> {
  try {
    const lock = lockFile(join(home, 'jobs.lock'))
    return lock ? ok(lock) : fail(appError('STORE_IN_USE', { path: home }))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return fail(appError('STORE_UNREADABLE', { path: home, reason: words(error.message) }))
  }
}
