import { expect, test } from 'vitest'
import { jobMessage } from '#app/jobs/jobMessage.ts'
import { appError } from '#shared/errors.ts'
import { JobSummary } from '#shared/job/job.ts'

const at = '2025-09-14T13:53:41.284Z'
const job = (changes: Partial<JobSummary>) =>
  JobSummary.parse({
    id: 'api_1',
    kind: 'shorts',
    state: 'running',
    opening: 'Welcome',
    voice: 'nova',
    speed: 1,
    format: 'mp4',
    engine: 'builtin',
    progress: 45,
    message: 'As the runner says',
    segments: 3,
    done: 1,
    createdAt: at,
    updatedAt: at,
    ...changes,
  })
const current = { segment: 2, text: 'Apple reported strong earnings today' }
const error = appError('SPEECH_BUSY', { attempts: 3 })

test.each<[string, Partial<JobSummary>]>([
  ['Starting', { state: 'waiting' }],
  ['Waiting for its turn, place 2 in the queue', { state: 'waiting', place: 2 }],
  ['Generating video 2 of 3: Apple reported strong earnings...', { current }],
  ['Packing the videos...', {}],
  ['As the runner says', { kind: 'voiceover', current }],
  ['Successfully generated 3 YouTube Shorts videos!', { state: 'completed', done: 3 }],
  ['Successfully generated 1 YouTube Shorts video!', { state: 'completed', segments: 1 }],
  ['Voiceover generation completed successfully!', { kind: 'voiceover', state: 'completed' }],
  [
    'Generation failed: The speech service stayed too busy after 3 attempts; try again later.',
    { state: 'failed', error, done: 0 },
  ],
  ['Generation failed: 2 of 3 videos could not be made', { state: 'failed', error, done: 1 }],
  ['Generation failed: Cancelled', { state: 'cancelled', error: appError('CANCELLED') }],
])('%s', (message, changes) => {
  expect(jobMessage(job(changes))).toBe(message)
})
