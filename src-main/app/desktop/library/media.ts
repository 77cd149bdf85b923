import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { isThere } from '#files/isThere.ts'
import type { JobStore } from '#ports/JobStore.ts'
import type { Result } from '#shared/result.ts'
import { jobsRoot, stillsFolder } from '../../jobs/jobFolders.ts'

/** Writes a still of a video, small, to `out` (a JPEG). */
export type GrabStill = (video: string, out: string) => Promise<Result<void>>

export interface MediaParts {
  readonly home: string
  readonly jobs: Pick<JobStore, 'artifact'>
  readonly grabStill: GrabStill
}

/**
 * The file behind an address that the app gave its page: `/media/<download name>`, `/stills/<download name>`,
 * `/pictures/<name>`, `/previews/<name>`, `/speech/<name>/narration-1.wav`. Undefined for every other address.
 */
export type FindMedia = (pathname: string) => Promise<string | undefined>

export function createFindMedia({ home, jobs, grabStill }: MediaParts): FindMedia {
  const making = new Map<string, Promise<string | undefined>>()

  async function result(downloadName: string): Promise<string | undefined> {
    const stored = jobs.artifact(downloadName)
    return stored && (await within(jobsRoot(home), stored.artifact.path))
  }

  /** A list of results asks for all its stills at once, and again when it is drawn anew. */
  function still(downloadName: string): Promise<string | undefined> {
    const still = making.get(downloadName) ?? makeStill(downloadName).finally(() => making.delete(downloadName))
    making.set(downloadName, still)
    return still
  }

  async function makeStill(downloadName: string): Promise<string | undefined> {
    const stored = jobs.artifact(downloadName)
    if (!stored) return undefined
    const video = await within(jobsRoot(home), stored.artifact.path)
    if (video === undefined) return undefined
    // A video that was made anew has another still.
    const { size, mtimeMs } = await stat(video)
    const name = createHash('sha256')
      .update([basename(video), size, mtimeMs].join('/'))
      .digest('hex')
      .slice(0, 32)
    const path = join(stillsFolder(home, stored.job), `${name}.jpg`)
    if (await isThere(path)) return path
    return (await grabStill(video, path)).ok ? path : undefined
  }

  return async (pathname) => {
    const [, place, name = '', rest] = pathname.split('/').map(decode)
    switch (place) {
      case 'media':
        return result(name)
      case 'stills':
        return still(name)
      case 'pictures':
        return /^[0-9a-f]{32}(\.thumbnail)?(\.\w+)?$/.test(name) ? within(join(home, 'pictures'), name) : undefined
      case 'previews':
        return /^[0-9a-f]{32}\.png$/.test(name) ? within(join(home, 'cache', 'previews'), name) : undefined
      case 'speech':
        if (!/^[0-9a-f]{32}$/.test(name) || rest !== 'narration-1.wav') return undefined
        return within(join(home, 'cache', 'narrations'), join(name, rest))
      default:
        return undefined
    }
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** The real path, when it lies within the folder once every link is resolved. */
async function within(folder: string, path: string): Promise<string | undefined> {
  try {
    const real = await realpath(path.startsWith(folder) ? path : join(folder, path))
    return real.startsWith((await realpath(folder)) + sep) ? real : undefined
  } catch {
    return undefined
  }
}
