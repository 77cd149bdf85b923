import { jobMessage } from '#app/jobs/jobMessage.ts'
import { englishSentence } from '#shared/errors.ts'
import type { Delivery, Job, JobSummary, StoredArtifact } from '#shared/job/job.ts'
import { sayPhrase } from '#shared/phrases.ts'
import type { DeliveryView, File, ListedJob, WholeJob } from '../wire/jobs.ts'
import { fileUrl, statusUrl } from './addresses.ts'
import { guideStatus, wholeProgress } from './statusBody.ts'

/** A job as lists show it. */
export function listedJob(job: JobSummary): ListedJob {
  return {
    session_id: job.id,
    kind: job.kind,
    status: guideStatus(job.state),
    state: job.state,
    progress: wholeProgress(job),
    message: jobMessage(job),
    ...(job.error ? { error: englishSentence(job.error) } : {}),
    opening: job.opening,
    voice: job.voice,
    speed: job.speed,
    format: job.format,
    engine: job.engine,
    total_segments: job.segments,
    finished_segments: job.done,
    ...(job.place === undefined ? {} : { queue_place: job.place }),
    status_url: statusUrl(job.kind, job.id),
    created_at: job.createdAt,
    updated_at: job.updatedAt,
  }
}

/** A job with its segments, files and warnings. */
export function wholeJob(job: Job): WholeJob {
  return {
    ...listedJob(job),
    script: job.request.script,
    segments: job.parts.map(({ segment, state, text, error }) => ({
      index: segment,
      state,
      text,
      ...(error ? { error: englishSentence(error) } : {}),
    })),
    files: job.artifacts.map(fileView),
    warnings: job.warnings.map((warning) => ({ ...warning, message: sayPhrase(warning.message) })),
  }
}

/** A finished file, by the address it is downloaded from; its path on this machine is not told to callers. */
export function fileView({ segment, kind, downloadName, size, duration, receipt }: StoredArtifact): File {
  return {
    ...(segment === undefined ? {} : { segment }),
    kind,
    file_url: fileUrl(downloadName),
    download_name: downloadName,
    size,
    ...(duration === undefined ? {} : { duration }),
    ...(receipt === undefined ? {} : { receipt }),
  }
}

export function deliveryView(delivery: Delivery): DeliveryView {
  return {
    delivery_id: delivery.id,
    session_id: delivery.job,
    url: delivery.url,
    event: delivery.event,
    state: delivery.state,
    attempts: delivery.attempts,
    created_at: delivery.createdAt,
    ...(delivery.dueAt === undefined ? {} : { due_at: delivery.dueAt }),
  }
}
