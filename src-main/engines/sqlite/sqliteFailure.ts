import { type AppError, appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { StoreFailure } from '#shared/storeFailure.ts'

// SQLite's result codes (sqlite.org/rescode.html). Those that say what a program did wrong are left out: they are thrown.
const busy: ReadonlySet<number> = new Set([5, 6, 15])
const full = 13
const broken: ReadonlySet<number> = new Set([3, 7, 8, 10, 11, 14, 22, 23, 26])

/**
 * The catalogue's error for what SQLite says of the machine: STORE_BUSY, DISK_FULL or STORE_FAILED; undefined for
 * anything else. `path` is that of the folder, for a full disk.
 */
export function explainSqlite(error: unknown, path: string): AppError | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined
  // The lower byte is the code, what stands above it says more.
  const code = error.errcode & 0xff
  if (busy.has(code)) return appError('STORE_BUSY', {}, error.message)
  if (code === full) return appError('DISK_FULL', { path }, error.message)
  return broken.has(code) ? appError('STORE_FAILED', { reason: words(error.message) }, error.message) : undefined
}

/** The same functions, which throw a StoreFailure where SQLite says something of the machine. */
export function withStoreFailures<Reads extends object>(reads: Reads, path: string): Reads {
  const guarded = Object.entries(reads as Record<string, (...input: unknown[]) => unknown>).map(([name, read]) => {
    const guardedRead = (...input: unknown[]) => {
      try {
        return read(...input)
      } catch (error) {
        const failure = explainSqlite(error, path)
        throw failure ? new StoreFailure(failure, error) : error
      }
    }
    return [name, guardedRead]
  })
  return Object.fromEntries(guarded) as Reads
}
