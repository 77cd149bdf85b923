import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

// SQLITE_BUSY: somebody else holds the lock.
const busy = 5

/** A lock that is held until it is closed or its process ends. */
export interface FileLock {
  close(): void
}

/**
 * Takes the lock at `path` for this caller alone; undefined where another one has it, in this process or another. The
 * lock is SQLite's own on an empty database: the operating system drops it with the process, however that ends, which
 * no file with a process id in it can promise. Throws what the file system or SQLite says.
 */
export function lockFile(path: string): FileLock | undefined {
  mkdirSync(dirname(path), { recursive: true })
  const lock = new DatabaseSync(path)
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return { close: () => lock.close() }
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined
    throw error
  }
}
