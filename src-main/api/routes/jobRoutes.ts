import { z } from 'zod'
import { JobKind } from '#shared/domain.ts'
import { JobState } from '#shared/job/job.ts'
import { listedJob, wholeJob } from '../present/jobViews.ts'
import { answer, type Route, route } from '../route.ts'
import { Refusal, SessionId } from '../wire/common.ts'
import { DeletedJob, JobList, ListedJob, WholeJob } from '../wire/jobs.ts'
import { NoBody } from '../wire/requests.ts'

const params = z.strictObject({ session_id: SessionId })
const unknown = { 404: { description: 'There is no such session.', schema: Refusal } }

/** Numbers arrive as text in an address. */
const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'it must be a whole number')
    .transform(Number)
    .pipe(z.int().max(most))

const StateFilter = z.enum([...JobState.options, 'processing'])

const Filter = z.strictObject({
  kind: JobKind.optional(),
  state: StateFilter.optional().meta({
    description: 'processing: waiting or running. failed: cancelled too, as in the status calls.',
  }),
  limit: wholeNumber(100).optional().meta({ description: 'Jobs a page, 20 at first.' }),
  cursor: wholeNumber(Number.MAX_SAFE_INTEGER).optional().meta({ description: 'next_cursor of the page before.' }),
})

function statesOf(filter: z.output<typeof StateFilter>): JobState[] {
  if (filter === 'processing') return ['waiting', 'running']
  return filter === 'failed' ? ['failed', 'cancelled'] : [filter]
}

/** What can be done with jobs beyond the API guide. */
export const jobRoutes: readonly Route[] = [
  route({
    name: 'listJobs',
    summary: 'All jobs, newest first, in pages',
    method: 'GET',
    path: '/api/v1/jobs',
    query: Filter,
    answers: {
      200: { description: 'One page.', schema: JobList },
      400: { description: 'A parameter can not be used.', schema: Refusal },
    },
    handle: async ({ query: { kind, state, limit = 20, cursor }, parts }) =>
      answer(
        await parts.service.listJobs({ kind, states: state && statesOf(state), before: cursor, limit }),
        ({ jobs, next }) => ({ jobs: jobs.map(listedJob), next_cursor: next ?? null }),
      ),
  }),
  route({
    name: 'job',
    summary: 'One job with its segments, files, receipts and warnings',
    method: 'GET',
    path: '/api/v1/jobs/{session_id}',
    params,
    answers: { 200: { description: 'The job.', schema: WholeJob }, ...unknown },
    handle: async ({ params: { session_id: id }, parts }) => answer(await parts.service.job({ id }), wholeJob),
  }),
  route({
    name: 'cancelJob',
    summary: 'Stop a job; what is finished stays',
    method: 'POST',
    path: '/api/v1/jobs/{session_id}/cancel',
    params,
    body: NoBody,
    answers: {
      200: { description: 'The job has stopped.', schema: ListedJob },
      ...unknown,
      409: { description: 'It had already ended.', schema: Refusal },
    },
    handle: async ({ params: { session_id: id }, parts }) => answer(await parts.service.cancelJob({ id }), listedJob),
  }),
  route({
    name: 'retryJob',
    summary: 'Do again what failed or was cancelled, and only that',
    method: 'POST',
    path: '/api/v1/jobs/{session_id}/retry',
    params,
    body: NoBody,
    answers: {
      200: { description: 'The job is in the queue again.', schema: ListedJob },
      ...unknown,
      409: { description: 'There is nothing to retry.', schema: Refusal },
      429: { description: 'The queue is full; Retry-After says when to try again.', schema: Refusal },
      503: { description: 'Closing.', schema: Refusal },
    },
    handle: async ({ params: { session_id: id }, parts }) => answer(await parts.service.retryJob({ id }), listedJob),
  }),
  route({
    name: 'deleteJob',
    summary: 'Remove a job and its files',
    method: 'DELETE',
    path: '/api/v1/jobs/{session_id}',
    params,
    answers: { 200: { description: 'Gone.', schema: DeletedJob }, ...unknown },
    handle: async ({ params: { session_id: id }, parts }) =>
      answer(await parts.service.deleteJob({ id }), () => ({ success: true, session_id: id })),
  }),
]
