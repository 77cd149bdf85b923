import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { partialName, removeLeftovers } from '#files/placeFile.ts'
import { newJobId } from '#pipeline/naming/nameOutput.ts'
import { type Artifact, scriptLimit } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import type { JobEnd, RunEvent } from '#shared/job/events.ts'
import type { JobRequest } from '#shared/job/request.ts'
import type { Phrase } from '#shared/phrases.ts'
import { fail, type Result } from '#shared/result.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import { prepareDataFolder } from '../data/prepareDataFolder.ts'
import { prepareFolder } from '../data/prepareFolder.ts'
import { type NamePlaces, resolveNames } from '../looks/resolveNames.ts'
import { readSource } from '../source/readSource.ts'
import type { RunJob, RunSpec, RunWatch } from './jobRunner.ts'
import { pruneCaches } from './openCaches.ts'

/** One script to render, without the job service. */
export interface ScriptRender {
  /** Path of a script file, or `-` for standard input. */
  readonly source: string
  /** Absolute; the finished files land here. */
  readonly folder: string
  readonly request: Omit<JobRequest, 'script' | 'spokenAs' | 'looks' | 'backgrounds'> & { readonly spokenAs: SpokenAs }
  /** Where the looks and backgrounds are that the script names. */
  readonly places: NamePlaces
}

/** What a job runs with. */
export interface Opened {
  /** The speech engine that was chosen. */
  readonly engine: EngineName
  readonly run: RunJob
}

/** Milliseconds that a cancelled job gets to end by itself; a person who pressed Ctrl-C waits for no more than a second. */
const patience = 700

/**
 * Reads a script, checks the folder, then opens the tools with `open` and runs the job, all in the order that shows a
 * mistake soonest. The value is how the job ended. Of a job that failed only finished files stay, of one that was
 * cancelled before it finished any, nothing. Fails with the SCRIPT_* and folder codes, what `open` and the job fail
 * with, or CANCELLED.
 */
export async function renderScript(
  render: ScriptRender,
  open: () => Promise<Result<Opened>>,
  home: string,
  { signal, emit }: RunWatch,
): Promise<JobEnd> {
  const job = newJobId(render.request.kind)
  const finished: Artifact[] = []
  // A run that was cancelled and not waited for says nothing more.
  let isOver = false
  const hear = (event: RunEvent) => {
    if (isOver) return
    if (event.type === 'segment-done') finished.push(event.artifact)
    emit(event)
  }
  const result = await attempt(render, job, open, home, { signal, emit: hear })
  isOver = true
  // After a signal nothing is waited for.
  if (!signal.aborted) await pruneCaches(home)
  if (result.ok) return { type: 'completed', job, artifacts: [...result.value] }
  const inOrder = finished.toSorted((one, other) => (one.segment ?? 0) - (other.segment ?? 0))
  return { type: 'failed', job, error: result.error, artifacts: inOrder }
}

async function attempt(
  render: ScriptRender,
  id: string,
  open: () => Promise<Result<Opened>>,
  home: string,
  watch: RunWatch,
): Promise<Result<readonly Artifact[]>> {
  const { markup } = render.request
  const source = await readSource(render.source, { limit: scriptLimit, markup }, watch.signal)
  if (!source.ok) return source
  const { script, notes } = source.value
  const named = await resolveNames(parseScript(script, markup).segments, render.places)
  if (!named.ok) return named
  const folder = await prepareFolder(render.folder)
  if (!folder.ok) return folder
  const data = await prepareDataFolder(home)
  if (!data.ok) {
    await folder.value.unmake()
    return data
  }
  const work = join(data.value.work, partialName())
  try {
    const opened = await open()
    if (!opened.ok) return opened
    const { engine, run } = opened.value
    const spokenAs = { ...render.request.spokenAs, engine }
    const spec = { ...render.request, ...named.value, spokenAs, script, id, folder: render.folder, work }
    return await runWithin(run, spec, { signal: watch.signal, emit: tellNotes(notes, watch.emit) })
  } finally {
    await rm(work, { recursive: true, force: true }).catch(() => {})
    await folder.value.unmake()
  }
}

/** Tells what was left out of the script as soon as the job has started. */
function tellNotes(notes: readonly Phrase[], emit: RunWatch['emit']): RunWatch['emit'] {
  return (event) => {
    emit(event)
    if (event.type !== 'started') return
    for (const message of notes) emit({ type: 'warning', job: event.job, message })
  }
}

/** Runs the job; once it is cancelled it is waited for a moment only, and what it leaves half-made is removed. */
async function runWithin(run: RunJob, spec: RunSpec, watch: RunWatch): Promise<Result<readonly Artifact[]>> {
  const { promise: aborted, resolve } = Promise.withResolvers<void>()
  if (watch.signal.aborted) resolve()
  watch.signal.addEventListener('abort', () => resolve(), { once: true })
  const overdue = aborted.then(() => wait(patience, 'overdue' as const))
  const outcome = await Promise.race([run(spec, watch), overdue])
  if (outcome !== 'overdue') return outcome
  await removeLeftovers(spec.folder, true)
  return fail(appError('CANCELLED'))
}
