import type { JobSummary } from '#shared/job/job.ts'

/** What of the jobs the taskbar shows: the share of those under way that is done, 0 to 1, or -1 for nothing. */
export function taskbarShare(jobs: Iterable<JobSummary>): number {
  const underWay = [...jobs].filter(({ state }) => state === 'running' || state === 'waiting')
  if (underWay.length === 0) return -1
  return underWay.reduce((sum, { progress }) => sum + progress, 0) / (100 * underWay.length)
}
