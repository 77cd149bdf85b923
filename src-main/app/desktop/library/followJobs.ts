import { englishSentence, withoutDetail } from '#shared/errors.ts'
import type { StoredEvent } from '#shared/job/events.ts'
import type { JobSummary } from '#shared/job/job.ts'
import type { JobService } from '../../jobs/jobService.ts'
import type { Log } from '../../log.ts'
import type { Publish } from '../handlers.ts'
import type { Exporter } from './exporter.ts'
import type { Library } from './library.ts'

export interface FollowJobsParts {
  readonly service: Pick<JobService, 'follow' | 'job' | 'jobStatus'>
  readonly library: Pick<Library, 'entry'>
  readonly exporter: Pick<Exporter, 'exportJob' | 'forget'>
  readonly publish: Publish
  /** Called when a job has come to its end. */
  readonly onEnd: (job: JobSummary) => void
  readonly log: Log
}

/** Tells the windows what jobs do, whoever started them, and has finished files exported. Returns what ends that. */
export function followJobs({ service, library, exporter, publish, onEnd, log }: FollowJobsParts): () => void {
  async function tell({ event }: StoredEvent): Promise<void> {
    if (event.type === 'removed') {
      publish({ type: 'job-removed', id: event.job })
      publish({ type: 'results-removed', job: event.job })
      const forgotten = await exporter.forget(event.job)
      if (!forgotten.ok) log('exports not forgotten', { job: event.job, error: englishSentence(forgotten.error) })
      return
    }
    const status = await service.jobStatus({ id: event.job })
    if (!status.ok) return
    publish({ type: 'job', job: status.value })
    const ended = event.type === 'completed' || event.type === 'failed'
    if (ended || event.type === 'segment-done') await tellResults(event.job)
    if (ended) onEnd(status.value)
  }

  async function tellResults(id: string): Promise<void> {
    const job = await service.job({ id })
    if (!job.ok) return
    const exported = await exporter.exportJob(job.value)
    if (!exported.ok) publish({ type: 'trouble', error: withoutDetail(exported.error) })
    const entry = await library.entry(id)
    if (entry) publish({ type: 'results', entry })
  }

  return service.follow((stored) => {
    tell(stored).catch((error: unknown) => log('windows not told', { error: String(error) }))
  })
}
