import { jobMessage } from '#app/jobs/jobMessage.ts'
import { type AppError, englishSentence } from '#shared/errors.ts'
import { formatSize } from '#shared/format.ts'
import type { Job, JobState, JobSummary, StoredArtifact } from '#shared/job/job.ts'
import type { ShortsStatus, VoiceoverStatus } from '../wire/statuses.ts'
import { fileUrl } from './addresses.ts'

export interface StatusOptions {
  /** Of this server: a voiceover's `file_url` is absolute. */
  readonly origin: string
  /** Whether what was found when the files were probed is told too. */
  readonly receipts?: boolean
}

/** The API guide's status of a job; a webhook's payload is the same. */
export function statusBody(job: Job, options: StatusOptions): ShortsStatus | VoiceoverStatus {
  return job.kind === 'shorts' ? shortsStatus(job, options) : voiceoverStatus(job, options)
}

/** What the guide calls the state. */
export function guideStatus(state: JobState): 'processing' | 'completed' | 'failed' {
  if (state === 'completed') return 'completed'
  return state === 'failed' || state === 'cancelled' ? 'failed' : 'processing'
}

/** Whole per cents, never rounded up to 100. */
export const wholeProgress = (job: JobSummary) => Math.floor(job.progress)

// Fields stand in the guide's order.
const begin = <Status extends string>(job: JobSummary, status: Status) => ({
  session_id: job.id,
  status,
  progress: wholeProgress(job),
  message: jobMessage(job),
})

/** The status of a job that has not ended needs no more than its summary. */
export function shortsProcessing(job: JobSummary): ShortsStatus {
  return {
    ...begin(job, 'processing'),
    current_segment: job.current?.segment ?? job.segments,
    total_segments: job.segments,
    ...timesOf(job),
  }
}

function shortsStatus(job: Job, options: StatusOptions): ShortsStatus {
  const status = guideStatus(job.state)
  if (status === 'processing') return shortsProcessing(job)
  const videos = videosOf(job, options)
  if (status === 'failed')
    return { ...begin(job, status), error: sentenceOf(job.error), ...partial(job, videos), ...timesOf(job) }
  const zip = job.artifacts.find((artifact) => artifact.kind === 'zip')
  return {
    ...begin(job, status),
    current_segment: job.segments,
    total_segments: job.segments,
    zip_url: zip ? fileUrl(zip.downloadName) : '',
    count: videos.length,
    videos,
    ...timesOf(job),
  }
}

const sentenceOf = (error?: AppError) => (error ? englishSentence(error) : '')
const timesOf = (job: JobSummary) => ({ created_at: job.createdAt, updated_at: job.updatedAt })

type Failed = Extract<ShortsStatus, { status: 'failed' }>
type Video = NonNullable<Failed['videos']>[number]

/** What a failed job has all the same, and why the rest failed; nothing where no segment came that far. */
function partial(job: Job, videos: Video[]): Pick<Failed, 'total_segments' | 'count' | 'videos' | 'failed_segments'> {
  const failed = job.parts.filter((part) => part.state === 'failed')
  if (videos.length === 0 && failed.length === 0) return {}
  return {
    total_segments: job.segments,
    count: videos.length,
    videos,
    failed_segments: failed.map((part) => ({ index: part.segment, error: sentenceOf(part.error) })),
  }
}

function videosOf(job: Job, { receipts }: StatusOptions): Video[] {
  return job.artifacts
    .filter((artifact) => artifact.kind === 'video')
    .map((artifact) => ({
      index: artifact.segment ?? 1,
      file_url: fileUrl(artifact.downloadName),
      duration: tenths(artifact.duration),
      format: job.format,
      download_name: artifact.downloadName,
      ...receiptOf(artifact, receipts),
    }))
}

function voiceoverStatus(job: Job, { origin, receipts }: StatusOptions): VoiceoverStatus {
  const status = guideStatus(job.state)
  const echo = { script: job.request.script, voice: job.voice, speed: job.speed, format: job.format }
  if (status === 'processing') return { ...begin(job, status), ...echo, created_at: job.createdAt }
  if (status === 'failed') return { ...begin(job, status), error: sentenceOf(job.error), created_at: job.createdAt }
  const file = voiceoverFile(job)
  if (!file) throw new Error(`The voiceover ${job.id} is complete without a file`)
  const result = {
    file_url: origin + fileUrl(file.downloadName),
    filename: file.downloadName,
    duration: tenths(file.duration),
    format: job.format,
    file_size: formatSize(file.size),
    ...receiptOf(file, receipts),
  }
  return { ...begin(job, status), result, ...echo, created_at: job.createdAt }
}

/** The file that a voiceover job was asked for. */
export function voiceoverFile(job: Job): StoredArtifact | undefined {
  return job.artifacts.find((artifact) => artifact.kind === 'video' || artifact.kind === 'audio')
}

const tenths = (seconds = 0) => Math.round(seconds * 10) / 10

const receiptOf = ({ receipt }: StoredArtifact, withReceipts = false) => (withReceipts && receipt ? { receipt } : {})
