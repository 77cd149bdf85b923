import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunJob, RunSpec } from '#app/run/jobRunner.ts'
import { segmentsOf } from '#pipeline/segmentScript.ts'
import type { Artifact } from '#shared/domain.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { type Phrase, words } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'

export interface FakeRunner {
  readonly run: RunJob
  /** What was run so far, and which segments it really made. */
  readonly runs: { readonly spec: RunSpec; readonly made: number[] }[]
  /** Segments that fail while they are in here. */
  readonly broken: Map<number, AppError>
  /** What is told of segments. */
  readonly warned: Map<number, Phrase>
  /** Set to true to let no segment begin. */
  held: boolean
}

/** A runner that writes small files instead of rendering, one segment after the other, and keeps to runJob's manners. */
export function fakeRunner(options: { held?: boolean; segmentMs?: number } = {}): FakeRunner {
  const runner: FakeRunner = { run, runs: [], broken: new Map(), warned: new Map(), held: options.held ?? false }

  async function run(...[spec, { signal, emit, done }]: Parameters<RunJob>): ReturnType<RunJob> {
    const made: number[] = []
    runner.runs.push({ spec, made })
    const segments = segmentsOf(spec)
    mkdirSync(spec.folder, { recursive: true })
    emit({
      type: 'started',
      job: spec.id,
      segments: segments.length,
      engine: spec.spokenAs.engine,
      folder: spec.folder,
    })
    const artifacts: Artifact[] = []
    let failure: AppError | undefined
    for (const segment of segments) {
      const before = done?.get(segment.index)
      if (before) {
        artifacts.push(...before)
        continue
      }
      const progress = (90 * segment.index) / segments.length
      emit({
        type: 'progress',
        job: spec.id,
        progress,
        message: words(`Making ${segment.index}`),
        segment: segment.index,
      })
      do await sleep(options.segmentMs ?? 1)
      while (runner.held && !signal.aborted)
      if (signal.aborted) return fail(appError('CANCELLED'))
      const error = runner.broken.get(segment.index)
      if (error) {
        failure ??= error
        emit({ type: 'segment-failed', job: spec.id, segment: segment.index, error })
        continue
      }
      const warning = runner.warned.get(segment.index)
      if (warning) emit({ type: 'warning', job: spec.id, message: warning, segment: segment.index })
      const artifact = write(spec, segment.index, segment.text)
      made.push(segment.index)
      artifacts.push(artifact)
      emit({ type: 'segment-done', job: spec.id, segment: segment.index, artifact })
    }
    if (failure) return fail(failure)
    if (spec.kind === 'shorts') artifacts.push(writeZip(spec))
    return ok(artifacts)
  }

  return runner
}

function write(spec: RunSpec, index: number, text: string): Artifact {
  const name = spec.kind === 'shorts' ? `api_Part_${index}.mp4` : `voiceover_${spec.id.slice(14, 22)}.${spec.format}`
  const kind = spec.format === 'mp4' ? 'video' : 'audio'
  const path = join(spec.folder, name)
  writeFileSync(path, text)
  const own = spec.kind === 'shorts' ? { segment: index } : {}
  return { ...own, kind, path, name, size: Buffer.byteLength(text), duration: 1.25 * index }
}

function writeZip(spec: RunSpec): Artifact {
  const name = `api_shorts_${spec.id.slice(4, 12)}_0123abcd.zip`
  const path = join(spec.folder, name)
  writeFileSync(path, 'PK')
  return { kind: 'zip', path, name, size: 2 }
}
