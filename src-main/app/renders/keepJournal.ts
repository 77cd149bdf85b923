import { closeSync, futimesSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { pruneFolder } from '#files/pruneFolder.ts'
import { appError } from '#shared/errors.ts'
import type { JobEvent } from '#shared/job/events.ts'
import { sayPhrase } from '#shared/phrases.ts'
import type { RunSpec, RunWatch } from '../run/jobRunner.ts'
import { heartbeatMs, type JournalEntry, journalPath, journalsFolder } from './renderJournal.ts'

/** Bytes of journals that nobody has read. */
const most = 20e6

/**
 * Writes down what a run says, for the job service to read. The run goes on as if nobody wrote: a journal that can not be
 * kept is left out.
 *
 * @returns the watch to run with
 */
export function keepJournal(home: string, spec: RunSpec, watch: RunWatch): RunWatch {
  const { id, folder: _, work: __, ...request } = spec
  const journal = openJournal(home, id)
  if (!journal) return watch
  journal.write({ type: 'begun', job: id, pid: process.pid, request })
  // Whoever cancelled may not wait for the run to say so.
  watch.signal.addEventListener('abort', () => {
    journal.end({ type: 'failed', job: id, error: appError('CANCELLED'), artifacts: [] })
  })
  let last = ''
  const note = (event: JobEvent) => {
    if (event.type === 'completed' || event.type === 'failed') return journal.end(event)
    const news = event.type === 'progress' ? `${Math.floor(event.progress)} ${sayPhrase(event.message)}` : ''
    if (news === '' || news !== last) journal.write(event)
    last = news
  }
  return {
    ...watch,
    emit(event) {
      note(event)
      watch.emit(event)
    },
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
    file = openSync(journalPath(home, id), 'ax')
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
