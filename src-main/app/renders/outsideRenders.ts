import { existsSync, type FSWatcher, mkdirSync, watch as watchFolder } from 'node:fs'
import type { JobRequest } from '#shared/job/request.ts'
import type { JobServiceParts } from '../jobs/jobService.ts'
import type { Log } from '../log.ts'
import type { RunJob } from '../run/jobRunner.ts'
import { followRender } from './followRender.ts'
import { readJournal } from './readJournal.ts'
import { journaledJobs, journalPath, journalsFolder } from './renderJournal.ts'

export interface OutsideRenders {
  /** What a job service runs its jobs with: those that another process makes by following it, all others by `render`. */
  orElse(render: RunJob): Required<Pick<JobServiceParts, 'run' | 'isOutside'>>
  /**
   * Calls `adopt` for each job that another process makes, those that it began before too, until that is true. The
   * function returned ends it. What can't be looked up now is logged and looked for again.
   */
  watch(adopt: (job: string, request: JobRequest) => boolean): () => void
}

/** Where changes are not told by the system, they are looked for. Milliseconds. */
const lookEvery = 5000

/** The jobs that the command line renders into this data folder. */
export function openOutsideRenders(home: string, log: Log): OutsideRenders {
  /** Whether another process makes, or made, the job and its journal is not read to the end. */
  const isOutside = (job: string) => existsSync(journalPath(home, job))
  return {
    orElse: (render) => ({
      isOutside,
      run: (spec, watch) => (isOutside(spec.id) ? followRender(home, spec, watch) : render(spec, watch)),
    }),
    watch(adopt) {
      const known = new Set<string>()
      const look = () => {
        for (const job of journaledJobs(home).filter((id) => !known.has(id))) {
          const [first] = readJournal(journalPath(home, job)).next()
          // Its first line is not whole yet.
          if (first?.type !== 'begun' || first.job !== job) continue
          if (adopt(job, first.request)) known.add(job)
        }
      }
      const lookOrLog = () => {
        try {
          look()
        } catch (error) {
          log('renders not looked for', { error: String(error) })
        }
      }
      mkdirSync(journalsFolder(home), { recursive: true })
      lookOrLog()
      const watcher = follow(journalsFolder(home), lookOrLog)
      const timer = setInterval(lookOrLog, lookEvery).unref()
      return () => {
        clearInterval(timer)
        watcher?.close()
      }
    },
  }
}

/** Undefined where the system can not tell of changes. */
function follow(folder: string, onChange: () => void): FSWatcher | undefined {
  try {
    return watchFolder(folder, { persistent: false }, onChange).on('error', () => {})
  } catch {
    return undefined
  }
}
