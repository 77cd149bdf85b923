import { type BrowserWindow, Notification } from 'electron'
import type { AppFollower } from '#app/desktop/eventLine.ts'
import type { JobSummary } from '#shared/job/job.ts'
import { errorIn } from '#shared/strings/errors.ts'
import { taskbarShare } from './taskbarShare.ts'
import type { ShellTexts } from './texts.ts'

export interface JobWatchParts {
  readonly window: () => BrowserWindow | undefined
  readonly texts: () => ShellTexts
  readonly notifies: () => boolean
  /** Shows the library in the window. */
  readonly open: () => void
}

export interface JobWatch {
  readonly follower: AppFollower
  /** Jobs that are being made or wait. */
  readonly underWay: number
  /** A job has come to its end: a notification, unless somebody is looking. */
  onEnd(job: JobSummary): void
}

/** Follows the jobs for the taskbar and for notifications. */
export function watchJobs({ window, texts, notifies, open }: JobWatchParts): JobWatch {
  const underWay = new Map<string, JobSummary>()
  // Held until it is closed: a notification that is garbage collected no longer says that it was clicked.
  const notifications = new Set<Notification>()

  function show(title: string, body: string): void {
    const notification = new Notification({ title, body })
    notification.on('click', () => {
      notifications.delete(notification)
      open()
    })
    notification.on('close', () => notifications.delete(notification))
    notifications.add(notification)
    notification.show()
  }

  return {
    follower(event) {
      if (event.type === 'job') {
        const { job } = event
        if (job.state === 'running' || job.state === 'waiting') underWay.set(job.id, job)
        else underWay.delete(job.id)
      } else if (event.type === 'job-removed') underWay.delete(event.id)
      else return
      window()?.setProgressBar(taskbarShare(underWay.values()))
    },
    get underWay() {
      return underWay.size
    },
    onEnd({ state, opening, segments, error }) {
      const isSeen = window()?.isFocused() === true
      if (isSeen || !notifies() || !Notification.isSupported()) return
      const { done, failed, locale } = texts()
      if (state === 'completed') show(done.title, done.body(opening, segments))
      else if (state === 'failed') show(failed.title, failed.body(opening, error ? errorIn(locale, error) : ''))
    },
  }
}
