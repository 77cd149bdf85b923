import { readdir, rm } from 'node:fs/promises'
import type { FinishedJob, JobStore } from '#ports/JobStore.ts'
import type { Log } from '../log.ts'
import { jobRoot, jobsRoot } from './jobFolders.ts'

/** How long finished jobs are kept. */
export interface Retention {
  /** Milliseconds since the job last changed. */
  readonly age: number
  /** Bytes of all finished jobs together; the longest untouched go first. */
  readonly size: number
}

/** The finished jobs whose time is up. `finished` comes longest untouched first. */
export function expiredJobs(finished: readonly FinishedJob[], retention: Retention, now: Date): string[] {
  let size = finished.reduce((sum, job) => sum + job.size, 0)
  const expired: string[] = []
  for (const job of finished) {
    const old = now.getTime() - Date.parse(job.updatedAt) > retention.age
    if (!old && size <= retention.size) continue
    size -= job.size
    expired.push(job.id)
  }
  return expired
}

/** Removes a folder and all in it; one that is not there is no error. Rejects with what the file system says. */
export type RemoveFolder = (folder: string) => Promise<void>

/** On Windows a file that is being played or scanned can't be removed for a moment. */
export const removeFolder: RemoveFolder = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 2 })

export interface SweepParts {
  readonly home: string
  readonly jobs: Pick<JobStore, 'removals' | 'filesRemoved' | 'unknown'>
  readonly removeFolder: RemoveFolder
  readonly log: Log
}

/**
 * Removes the files of a job that the store has removed. What resists is logged, and stays noted in the store, so that
 * the next sweep tries again. Never rejects for what a file system says.
 */
export async function removeFiles(id: string, { home, jobs, removeFolder: remove, log }: SweepParts): Promise<void> {
  try {
    await remove(jobRoot(home, id))
  } catch (error) {
    return log('files of a deleted job not removed; tried again later', { job: id, error: String(error) })
  }
  jobs.filesRemoved(id)
}

/**
 * Logs which folders lie among those of the jobs and belong to none that the store knows, or ever removed. They are left
 * as they are: a database that is new, empty or older than they are can't tell whether somebody wants them.
 */
export async function reportUnknownFolders({ home, jobs, log }: SweepParts): Promise<void> {
  const root = jobsRoot(home)
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const unknown = jobs.unknown(names)
  if (unknown.length === 0) return
  const some = unknown.slice(0, 5).join(', ')
  log('folders that no job in the database owns; they are left as they are', { root, count: unknown.length, some })
}
