import { isThere } from '#files/isThere.ts'
import type { LibraryEntry, LibraryFile } from '#shared/desktop/desktop.ts'
import { appError, withoutDetail } from '#shared/errors.ts'
import type { Job, StoredArtifact } from '#shared/job/job.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'
import type { Operations } from '../../jobs/jobService.ts'
import type { Handlers, Publish } from '../handlers.ts'

/** Milliseconds that removed results stay undoable. */
const undoMs = 8000
/** Letters of a segment's text that the list shows. */
const mostText = 300

export interface LibraryParts {
  readonly service: Pick<Operations, 'job' | 'jobStatus' | 'listJobs' | 'deleteJob'>
  /** Where a job's file was exported to. */
  readonly exported: (job: string, downloadName: string) => string | undefined
  readonly publish: Publish
}

export interface Library {
  /** The job's entry; undefined while it has no finished file, or when its results are being removed. */
  entry(job: string): Promise<LibraryEntry | undefined>
  /** Removes at once what still waits for an undo. */
  close(): Promise<void>
  readonly handlers: Pick<Handlers, 'library' | 'libraryEntry' | 'removeResults' | 'keepResults'>
}

/** Finished files, by job, newest first. */
export function openLibrary({ service, exported, publish }: LibraryParts): Library {
  const leaving = new Map<string, NodeJS.Timeout>()

  async function entry(id: string): Promise<LibraryEntry | undefined> {
    const job = await service.job({ id })
    if (!job.ok || leaving.has(id)) return undefined
    const files = job.value.artifacts.filter(({ kind }) => kind !== 'subtitles')
    if (files.length === 0) return undefined
    const { kind, opening, createdAt, warnings } = job.value
    const descriptions = await Promise.all(files.map((file) => describe(job.value, file)))
    return { job: id, kind, opening, createdAt, files: descriptions.toSorted(byPlace), warnings }
  }

  async function describe(job: Job, artifact: StoredArtifact): Promise<LibraryFile> {
    const { downloadName: id, name, kind, segment, size, duration, receipt, path } = artifact
    const text = segment === undefined ? job.parts.map((part) => part.text).join(' ') : job.parts[segment - 1]?.text
    const copy = exported(job.id, id)
    const address = (place: string) => `/${place}/${encodeURIComponent(id)}`
    return {
      id,
      name,
      kind,
      size,
      missing: !(await isThere(path)),
      ...(segment !== undefined && { segment }),
      ...(text !== undefined && kind !== 'zip' && { text: text.slice(0, mostText) }),
      ...(duration !== undefined && { duration }),
      ...(receipt !== undefined && { receipt }),
      ...((kind === 'video' || kind === 'audio') && { url: address('media') }),
      ...(kind === 'video' && { thumbnail: address('stills') }),
      ...(copy !== undefined && { exported: copy }),
    }
  }

  /** Results that can't be removed are shown again, with the reason. */
  async function remove(id: string): Promise<void> {
    const removed = await service.deleteJob({ id }).catch(notRemoved)
    leaving.delete(id)
    if (removed.ok || removed.error.code === 'JOB_NOT_FOUND') return
    publish({ type: 'trouble', error: withoutDetail(removed.error) })
    const there = await entry(id)
    if (there) publish({ type: 'results', entry: there })
  }

  return {
    entry,
    async close() {
      for (const [id, timer] of leaving) {
        clearTimeout(timer)
        await remove(id)
      }
    },
    handlers: {
      // A page with nothing to show is no answer; one that is not full is.
      library: async ({ search, before, limit }) => {
        let next = before
        do {
          const page = await service.listJobs({ search, withFiles: true, limit, before: next })
          if (!page.ok) return page
          const all = await Promise.all(page.value.jobs.map(({ id }) => entry(id)))
          const entries = all.filter((one) => one !== undefined)
          next = page.value.next
          if (entries.length > 0) return ok({ entries, ...(next !== undefined && { next }) })
        } while (next !== undefined)
        return ok({ entries: [] })
      },
      libraryEntry: async ({ job }) => {
        const results = await entry(job)
        return results ? ok(results) : fail(appError('JOB_NOT_FOUND'))
      },
      removeResults: async ({ job }) => {
        const status = await service.jobStatus({ id: job })
        if (!status.ok) return status
        if (!leaving.has(job))
          leaving.set(
            job,
            setTimeout(() => void remove(job), undoMs),
          )
        publish({ type: 'results-removed', job })
        return ok({ seconds: undoMs / 1000 })
      },
      keepResults: async ({ job }) => {
        clearTimeout(leaving.get(job))
        leaving.delete(job)
        const results = await entry(job)
        if (!results) return fail(appError('JOB_NOT_FOUND'))
        publish({ type: 'results', entry: results })
        return ok(results)
      },
    },
  }
}

function notRemoved(error: unknown) {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) }
  return fail(appError('FILES_NOT_REMOVED', { reason: words(code ?? message) }, message))
}

/** Script order; the ZIP last. */
const byPlace = (one: LibraryFile, other: LibraryFile) => (one.segment ?? Infinity) - (other.segment ?? Infinity) || 0
