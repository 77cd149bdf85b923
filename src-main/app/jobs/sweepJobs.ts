import { readdir, rm } from 'node:fs/promises'
import type { FinishedJob } from '#ports/JobStore.ts'
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

/** Removes the folders of jobs that the store does not know: a kill came between its forgetting them and this. */
export async function removeStrays(home: string, isKnown: (id: string) => boolean): Promise<void> {
  const names = await readdir(jobsRoot(home)).catch(() => [])
  for (const name of names.filter((candidate) => !isKnown(candidate)))
    await rm(jobRoot(home, name), { recursive: true, force: true })
}
