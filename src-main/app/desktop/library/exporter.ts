import { existsSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import { z } from 'zod'
import { copyAsNew } from '#files/copyAsNew.ts'
import { openJsonFile } from '#files/jsonFile.ts'
import { placeFile } from '#files/placeFile.ts'
import type { JobStore } from '#ports/JobStore.ts'
import type { AppError } from '#shared/errors.ts'
import type { Job, StoredArtifact } from '#shared/job/job.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { exportName } from './exportName.ts'

export interface Exporter {
  /** Where a job's file of that download name was copied to, if it was. */
  exported(job: string, downloadName: string): string | undefined
  /** Copies what of the job's finished files was not copied yet. One job after the other; fails as writing a file does. */
  exportJob(job: Job): Promise<Result<void>>
  /** Forgets where a job's files were copied to, because the job is gone; the copies stay. Fails as writing a file does. */
  forget(job: string): Promise<Result<void>>
  /** The same for all jobs that the store does not have. */
  forgetUnknown(jobs: Pick<JobStore, 'artifact'>): Promise<Result<void>>
  /** Why it is not known what was exported before: as JsonFile has it. */
  readonly problem: AppError | undefined
}

export interface ExporterParts {
  readonly home: string
  readonly folder: () => string | undefined
  readonly template: () => string
}

/** Copies finished videos, sounds and subtitles into the export folder; ZIPs stay where they are. */
export function openExporter({ home, folder, template }: ExporterParts): Exporter {
  // Keys are `keyOf` a job's file. Those of older versions are a download name alone, which might have been another job's.
  const exports = openJsonFile(join(home, 'exports.json'), z.record(z.string(), z.string()), {})
  let last: Promise<unknown> = Promise.resolve()

  async function exportOne(job: Job, artifact: StoredArtifact, into: string): Promise<Result<void>> {
    const facts = {
      kind: job.kind,
      name: artifact.name,
      of: job.segments,
      createdAt: new Date(job.createdAt),
      index: artifact.segment ?? 1,
    }
    const path = freeName(join(into, exportName(template(), facts)))
    const copy = async (partial: string) => ok(await copyAsNew(artifact.path, partial))
    const copied = await placeFile(path, copy, new AbortController().signal)
    return copied.ok ? exports.change({ ...exports.value, [keyOf(job.id, artifact.downloadName)]: path }) : copied
  }

  async function exportAll(job: Job): Promise<Result<void>> {
    const into = folder()
    if (into === undefined) return ok(undefined)
    // Where nothing can be noted, everything would be copied again each time.
    if (exports.problem?.code === 'FILE_UNREADABLE') return fail(exports.problem)
    for (const artifact of job.artifacts) {
      if (artifact.kind === 'zip' || exports.value[keyOf(job.id, artifact.downloadName)] !== undefined) continue
      const exported = await exportOne(job, artifact, into)
      if (!exported.ok) return exported
    }
    return ok(undefined)
  }

  /** One after the other: each reads what is kept and writes it anew. */
  function next<T>(work: () => Promise<T>): Promise<T> {
    const working = last.then(work)
    last = working.catch(() => {})
    return working
  }
  const retain = async (renamed: (key: string, path: string) => string | undefined): Promise<Result<void>> => {
    const entries = Object.entries(exports.value).map(([key, path]) => [renamed(key, path), path] as const)
    const retained = Object.fromEntries(entries.filter(([key]) => key !== undefined))
    return JSON.stringify(retained) === JSON.stringify(exports.value) ? ok(undefined) : exports.change(retained)
  }

  return {
    get problem() {
      return exports.problem
    },
    exported: (job, downloadName) => exports.value[keyOf(job, downloadName)],
    exportJob: (job) => next(() => exportAll(job)),
    forget: (job) => next(() => retain((key) => (key.startsWith(keyOf(job, '')) ? undefined : key))),
    forgetUnknown: (jobs) =>
      next(() =>
        retain((key, path) => {
          const [name = '', job] = key.split('/').reverse()
          const stored = jobs.artifact(name)
          if (!stored) return undefined
          const isOwn = job === undefined ? sizeOf(path) === stored.artifact.size : job === stored.job
          return isOwn ? keyOf(stored.job, name) : undefined
        }),
      ),
  }
}

/** A job's id and a download name hold no slash. */
const keyOf = (job: string, downloadName: string) => `${job}/${downloadName}`

/** Bytes; undefined where no file can be seen. */
function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size
  } catch {
    return undefined
  }
}

/** The path itself, or the next one beside it that nothing is called yet: `name (2).mp4`. */
function freeName(path: string): string {
  const { dir, name, ext } = parse(path)
  let free = path
  for (let count = 2; existsSync(free); count++) free = join(dir, `${name} (${count})${ext}`)
  return free
}
