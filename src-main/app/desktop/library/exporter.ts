import { existsSync } from 'node:fs'
import { constants, copyFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { z } from 'zod'
import { openKeptFile } from '#files/jsonFile.ts'
import { placeFile } from '#files/placeFile.ts'
import type { Job, StoredArtifact } from '#shared/job/job.ts'
import { ok, type Result } from '#shared/result.ts'
import { exportName } from './exportName.ts'

export interface Exporter {
  /** Where the file of that download name was copied to, if it was. */
  exported(downloadName: string): string | undefined
  /** Copies what of the job's finished files was not copied yet. One job after the other; fails as writing a file does. */
  exportJob(job: Job): Promise<Result<void>>
  forget(downloadNames: readonly string[]): Promise<void>
}

export interface ExporterParts {
  readonly home: string
  readonly folder: () => string | undefined
  readonly template: () => string
}

/** Copies finished videos, sounds and subtitles into the export folder; ZIPs stay where they are. */
export function openExporter({ home, folder, template }: ExporterParts): Exporter {
  const kept = openKeptFile(join(home, 'exports.json'), z.record(z.string(), z.string()), {})
  let last: Promise<unknown> = Promise.resolve()

  async function exportOne(job: Job, artifact: StoredArtifact, into: string): Promise<Result<void>> {
    const facts = {
      ...{ kind: job.kind, name: artifact.name, of: job.segments, createdAt: new Date(job.createdAt) },
      index: artifact.segment ?? 1,
    }
    const path = freeName(join(into, exportName(template(), facts)))
    const copy = async (partial: string) => ok(await copyFile(artifact.path, partial, constants.COPYFILE_FICLONE))
    const copied = await placeFile(path, copy, new AbortController().signal)
    return copied.ok ? kept.change({ ...kept.value, [artifact.downloadName]: path }) : copied
  }

  async function exportAll(job: Job): Promise<Result<void>> {
    const into = folder()
    if (into === undefined) return ok(undefined)
    for (const artifact of job.artifacts) {
      if (artifact.kind === 'zip' || kept.value[artifact.downloadName] !== undefined) continue
      const exported = await exportOne(job, artifact, into)
      if (!exported.ok) return exported
    }
    return ok(undefined)
  }

  return {
    exported: (downloadName) => kept.value[downloadName],
    exportJob(job) {
      const exporting = last.then(() => exportAll(job))
      last = exporting.catch(() => {})
      return exporting
    },
    async forget(downloadNames) {
      const gone = new Set(downloadNames)
      await kept.change(Object.fromEntries(Object.entries(kept.value).filter(([name]) => !gone.has(name))))
    },
  }
}

/** The path itself, or the next one beside it that nothing is called yet: `name (2).mp4`. */
function freeName(path: string): string {
  const { dir, name, ext } = parse(path)
  let free = path
  for (let count = 2; existsSync(free); count++) free = join(dir, `${name} (${count})${ext}`)
  return free
}
