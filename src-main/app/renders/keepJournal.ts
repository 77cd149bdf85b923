import { closeSync, futimesSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { pruneFolder } from '#files/pruneFolder.ts'
import { appError } from '#shared/errors.ts'
import type { RunEvent } from '#shared/job/events.ts'
import { sayPhrase } from '#shared/phrases.ts'
import type { RunJob } from '../run/jobRunner.ts'
import { heartbeatMs, type JournalEntry, journalPath, journalsFolder } from './renderJournal.ts'

/** Bytes of journals that nobody has read. */
const most = 20e6

/**
 * The same run, which writes down what it says and how it ends, for the job service to read. It goes on as if nobody
 * wrote: a journal that can not be kept is left out.
 */
export function keepJournal(home: string, run: RunJob): RunJob {
  return async (spec, watch) => {
    const { id: job, folder: _, work: __, ...request } = spec
    const journal = openJournal(home, job)
    if (!journal) return run(spec, watch)
    journal.write({ type: 'begun', job, pid: process.pid, request })
    // Whoever cancelled may not wait for the run to say so.
    const cancelled = () => journal.end({ type: 'failed', job, error: appError('CANCELLED'), artifacts: [] })
    watch.signal.addEventListener('abort', cancelled)
    let last = ''
    const emit = (event: RunEvent) => {
      const news = event.type === 'progress' ? `${Math.floor(event.progress)} ${sayPhrase(event.message)}` : ''
      if (news === '' || news !== last) journal.write(event)
      last = news
      watch.emit(event)
    }
    const result = await run(spec, { ...watch, emit })
    if (result.ok) journal.end({ type: 'completed', job, artifacts: [...result.value] })
    else journal.end({ type: 'failed', job, error: result.error, artifacts: [] })
    return result
  }
}

interface Journal {
  write(entry: JournalEntry): void
  /** Writes the last line; what follows is left out. */
  end(entry: JournalEntry): void
}

/** Undefined where it can not be kept. The file is held open: whoever has read enough of it may remove it. */
function openJournal(home: string, id: string): Journal | undefined {
  let file: number | undefined
  const attempt = (action: (file: number) => void) => {
    try {
      if (file !== undefined) action(file)
    } catch {
      file = undefined
    }
  }
  try {
    mkdirSync(journalsFolder(home), { recursive: true })
    file = openSync(journalPath(home, id), 'ax', 0o600)
  } catch {
    return undefined
  }
  void pruneFolder(journalsFolder(home), most).catch(() => {})
  const write = (entry: JournalEntry) => attempt((open) => writeSync(open, `${JSON.stringify(entry)}\n`))
  const heart = setInterval(() => attempt((open) => futimesSync(open, new Date(), new Date())), heartbeatMs).unref()
  return {
    write,
    end(entry) {
      write(entry)
      clearInterval(heart)
      attempt(closeSync)
      file = undefined
    },
  }
}
