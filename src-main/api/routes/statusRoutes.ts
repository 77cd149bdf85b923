import { z } from 'zod'
import type { JobKind } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import type { Job, JobSummary } from '#shared/job/job.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { shortsProcessing, statusBody } from '../present/statusBody.ts'
import { type ApiParts, answer, type Route, route } from '../route.ts'
import { Refusal, SessionId } from '../wire/common.ts'
import { ShortsStatus, VoiceoverStatus } from '../wire/statuses.ts'

const params = z.strictObject({ session_id: SessionId })
// What else stands in the query is let pass: pollers add things against caches.
const query = z.object({
  receipts: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Whether what was found when each file was probed is told too.' }),
})
const unknown = { 404: { description: 'There is no such session.', schema: Refusal } }

/** The two status calls (API guide, 2 and 4). */
export const statusRoutes: readonly Route[] = [
  route({
    name: 'shortsStatus',
    summary: 'Where a Shorts job is, and its files when it is done',
    method: 'GET',
    path: '/api/v1/shorts-status/{session_id}',
    params,
    query,
    answers: { 200: { description: 'As the job stands now.', schema: ShortsStatus }, ...unknown },
    handle: async ({ params: { session_id: id }, query, origin, parts }) => {
      const summary = ofKind(await parts.service.jobStatus({ id }), 'shorts')
      // The call that clients poll: the parts and files of a running job are not read for it.
      if (!summary.ok || isOpen(summary.value)) return answer(summary, shortsProcessing)
      return answer(await parts.service.job({ id }), (job) =>
        statusBody(job, { origin, receipts: query.receipts === 'true' }),
      )
    },
  }),
  route({
    name: 'voiceoverStatus',
    summary: 'Where a voiceover job is, and its file when it is done',
    method: 'GET',
    path: '/api/v1/voiceover/status/{session_id}',
    params,
    query,
    answers: { 200: { description: 'As the job stands now.', schema: VoiceoverStatus }, ...unknown },
    handle: async ({ params: { session_id }, query, origin, parts }) =>
      answer(await findJob(session_id, 'voiceover', parts), (job) =>
        statusBody(job, { origin, receipts: query.receipts === 'true' }),
      ),
  }),
]

/** The job, where it is of this kind. */
export async function findJob(id: string, kind: JobKind, { service }: ApiParts): Promise<Result<Job>> {
  return ofKind(await service.job({ id }), kind)
}

function ofKind<T extends JobSummary>(job: Result<T>, kind: JobKind): Result<T> {
  if (!job.ok) return job
  return job.value.kind === kind ? ok(job.value) : fail(appError('JOB_NOT_FOUND'))
}

const isOpen = ({ state }: JobSummary) => state === 'waiting' || state === 'running'
