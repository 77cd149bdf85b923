import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobStore } from '#ports/JobStore.ts'

/**
 * The digests of pictures and sounds, taken in or of saved looks, that a draft names, or a job that runs again or can be retried. A draft's
 * file counts as it is, so that one which is broken or was put aside keeps its pictures too. Rejects with what the file
 * system says when a draft can't be read: nothing can be said to be unused then.
 */
export async function usedImages(drafts: string, jobs: Pick<JobStore, 'repeatable'>): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  const note = (text: string) => {
    for (const [digest] of text.matchAll(/[0-9a-f]{16,}/g)) used.add(digest)
  }
  for (const entry of await readdir(drafts, { withFileTypes: true }))
    if (entry.isFile()) note(await readFile(join(drafts, entry.name), 'utf8'))
  for (const request of jobs.repeatable()) note(JSON.stringify(request))
  return used
}
