import { openingWords } from '#pipeline/naming/openingWords.ts'
import { englishSentence } from '#shared/errors.ts'
import type { JobSummary } from '#shared/job/job.ts'
import { phrase, phrases, sayPhrase } from '#shared/phrases.ts'

/** Where a job is, in the API guide's words. */
export function jobMessage(job: JobSummary): string {
  switch (job.state) {
    case 'waiting':
      // Taken out of the queue, but not yet at work: a picture is fetched, a render host comes up.
      return job.place === undefined ? phrases.STARTING : `Waiting for its turn, place ${job.place} in the queue`
    case 'running':
      return runningMessage(job)
    case 'completed':
      return job.kind === 'voiceover'
        ? 'Voiceover generation completed successfully!'
        : `Successfully generated ${job.segments} YouTube Shorts ${job.segments === 1 ? 'video' : 'videos'}!`
    case 'cancelled':
    case 'failed':
      return `Generation failed: ${failureMessage(job)}`
  }
}

function runningMessage(job: JobSummary): string {
  if (job.kind === 'voiceover') return sayPhrase(job.message)
  if (!job.current) return phrases.PACKING
  const { segment: part, text } = job.current
  return sayPhrase(phrase('DRAWING_PART', { part, parts: job.segments, opening: openingWords(text) }))
}

function failureMessage(job: JobSummary): string {
  const reason = job.error ? englishSentence(job.error) : 'it is not known why'
  if (job.state === 'cancelled' || job.done === 0) return reason
  return `${job.segments - job.done} of ${job.segments} videos could not be made`
}
