import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { isProcessRunning } from '#files/isProcessRunning.ts'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import type { JobEvent } from '#shared/job/events.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { RunSpec, RunWatch } from '../run/jobRunner.ts'
import { importArtifact } from './importArtifact.ts'
import { readJournal } from './readJournal.ts'
import { heartbeatMs, journalPath } from './renderJournal.ts'

/** Milliseconds between two looks into the journal. */
const pace = 300
/**
 * After so many looks without a change of the journal its writer has ended, even if a process of its id runs: ids are
 * used again.
 */
const mostSilent = Math.ceil((12 * heartbeatMs) / pace)

/**
 * Runs a job that another process renders: passes on what its journal says, and takes its finished files in. A stop is
 * handed to that process. Fails as the job does, or with RENDER_LOST when its process ended without a word.
 */
export async function followRender(home: string, spec: RunSpec, watch: RunWatch): Promise<Result<readonly Artifact[]>> {
  const path = journalPath(home, spec.id)
  const journal = readJournal(path)
  const isAlive = lifeOf(journal.touched)
  let pid: number | undefined
  const ends = async (result: Result<readonly Artifact[]>) => {
    await rm(path, { force: true })
    return result
  }
  for (;;) {
    // Asked before it is read: what was written before the end is not missed.
    const alive = pid === undefined || isAlive(pid)
    for (const entry of journal.next()) {
      if (entry.type === 'begun') pid = entry.pid
      else {
        const end = await pass(entry, spec, watch)
        if (end) return ends(end)
      }
    }
    if (watch.signal.aborted) {
      // A service that closes leaves it to its process, and takes it up again at the next start.
      if (watch.signal.reason === 'closing') return fail(appError('CANCELLED'))
      if (pid !== undefined && alive) stop(pid)
      return ends(fail(appError('CANCELLED')))
    }
    if (pid === undefined || !alive) return ends(fail(appError('RENDER_LOST')))
    await wait(pace, undefined, { signal: watch.signal }).catch(() => {})
  }
}

/** Passes an event on; the run's result when it was the last one. */
async function pass(
  event: JobEvent,
  { folder }: RunSpec,
  { emit }: RunWatch,
): Promise<Result<readonly Artifact[]> | undefined> {
  switch (event.type) {
    case 'started':
      emit({ ...event, folder })
      return undefined
    case 'segment-done': {
      const own = await importArtifact(event.artifact, folder)
      if (!own.ok) return own
      emit({ ...event, artifact: own.value })
      return undefined
    }
    case 'completed': {
      const artifacts: Artifact[] = []
      for (const artifact of event.artifacts) {
        const own = await importArtifact(artifact, folder)
        if (!own.ok) return own
        artifacts.push(own.value)
      }
      return ok(artifacts)
    }
    case 'failed':
      return fail(event.error)
    default:
      emit(event)
      return undefined
  }
}

/** Whether the process goes by what it writes: a number alone may be another's after a restart of the machine. */
function lifeOf(touched: () => number): (pid: number) => boolean {
  let last = touched()
  let silent = 0
  return (pid) => {
    const now = touched()
    silent = now === last ? silent + 1 : 0
    last = now
    return silent < mostSilent && isProcessRunning(pid)
  }
}

function stop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It ended by itself.
  }
}
