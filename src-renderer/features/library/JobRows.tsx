import { RotateCw, Trash2, X } from 'lucide-react'
import { ProgressBar } from 'react-aria-components'
import type { JobSummary } from '#shared/job/job.ts'
import { isUnfinished } from '../../store/slices/jobsSlice.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Strings } from '../../strings/en.ts'
import { sayError, useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import css from './JobRows.module.css'

const mostFailed = 5

/** Jobs that are not done: under way, waiting, failed; from the app, the API and the command line. */
export function JobRows() {
  const { library } = useStrings()
  const jobs = useAppStore((state) => {
    const failed = state.jobs.filter(({ state }) => state === 'failed')
    return [...state.jobs.filter(isUnfinished), ...failed.slice(0, mostFailed)]
  })
  if (jobs.length === 0) return null
  return (
    <ul className={css.rows} aria-label={library.running}>
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </ul>
  )
}

/** One job: how far it is, or why it failed. */
function JobRow({ job }: { readonly job: JobSummary }) {
  const strings = useStrings()
  const { cancel, retry, deleteJob } = useAppStore(({ cancel, retry, deleteJob }) => ({ cancel, retry, deleteJob }))
  return (
    <li className={css.row} data-state={job.state}>
      <div className={css.words}>
        <strong>{job.opening}</strong>
        <span>{stateOf(job, strings)}</span>
      </div>
      {isUnfinished(job) ? (
        <>
          <ProgressBar className={css.progress!} aria-label={job.opening} value={job.progress}>
            <span className={css.filled} style={{ scale: `${job.progress / 100} 1` }} />
          </ProgressBar>
          <IconButton label={strings.library.cancelJob} onPress={() => cancel(job.id)}>
            <X />
          </IconButton>
        </>
      ) : (
        <>
          <Button icon={<RotateCw />} onPress={() => retry(job.id)}>
            {strings.common.tryAgain}
          </Button>
          <IconButton label={strings.common.delete} onPress={() => deleteJob(job.id)}>
            <Trash2 />
          </IconButton>
        </>
      )}
    </li>
  )
}

function stateOf(job: JobSummary, strings: Strings): string {
  const { library, render, script } = strings
  if (job.state === 'waiting') return render.waiting(job.place)
  if (job.state === 'running')
    return [script[job.kind], library.ofParts(job.done, job.segments), `${Math.floor(job.progress)} %`].join(' · ')
  const reason = job.error && sayError(strings, job.error)
  return [job.done > 0 && library.failedParts(job.segments - job.done, job.segments), reason]
    .filter(Boolean)
    .join(' · ')
}
