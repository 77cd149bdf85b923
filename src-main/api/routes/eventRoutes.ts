import { z } from 'zod'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import type { ServiceEvent, StoredEvent } from '#shared/job/events.ts'
import type { StoredArtifact } from '#shared/job/job.ts'
import { words } from '#shared/phrases.ts'
import { eventView } from '../present/eventView.ts'
import { type ApiParts, type Route, route } from '../route.ts'
import { type EventStream, openEventStream } from '../server/openEventStream.ts'
import { Refusal, SessionId } from '../wire/common.ts'
import { JobEventView } from '../wire/jobs.ts'

/** What a job does, as it does it. */
export const eventRoutes: readonly Route[] = [
  route({
    name: 'jobEvents',
    summary: 'Follow a job: server-sent events from its beginning, or from where the caller left off, to its end',
    method: 'GET',
    path: '/api/v1/jobs/{session_id}/events',
    params: z.strictObject({ session_id: SessionId }),
    headers: { 'last-event-id': 'The id of the last event that was heard; those after it follow.' },
    answers: {
      200: {
        description: "Each event's data is JSON of the schema JobEvent.",
        types: ['text/event-stream'],
        schema: JobEventView,
      },
      204: { description: 'The job has ended and nothing has happened since: do not come again.' },
      400: { description: 'Last-Event-ID is no event of this server.', schema: Refusal },
      404: { description: 'There is no such session.', schema: Refusal },
    },
    holds: 'stream',
    handle: async ({ params: { session_id: id }, header, method, parts, reply }) => {
      const { service } = parts
      const job = await service.jobStatus({ id })
      if (!job.ok) return job
      const last = header('last-event-id') ?? '0'
      if (!/^\d{1,15}$/.test(last))
        return { error: appError('REQUEST_INVALID', { reason: words('Last-Event-ID must be the id of an event') }) }
      if (method === 'HEAD') return { status: 204, body: undefined }
      const since = Number(last)
      const past = await service.events({ since, id })
      if (!past.ok) return past
      if (since > 0 && past.value.length === 0 && hasEnded(job.value.state)) return { status: 204, body: undefined }
      follow(id, since, parts, openEventStream(reply))
      return { streamed: true }
    },
  }),
]

const hasEnded = (state: string) => state !== 'waiting' && state !== 'running'

function artifactsOf(event: ServiceEvent): readonly Artifact[] {
  if (event.type === 'segment-done') return [event.artifact]
  return event.type === 'completed' ? event.artifacts : []
}

const isEnd = ({ type }: ServiceEvent) => type === 'completed' || type === 'failed' || type === 'removed'

/** Tells everything after event `since` in order, each once, and closes when the job has ended. */
function follow(id: string, since: number, { service, log }: ApiParts, stream: EventStream): void {
  let last = since
  let artifacts: readonly StoredArtifact[] = []
  const tell = async ({ id: number, event }: StoredEvent) => {
    if (number <= last || !stream.isOpen) return
    last = number
    // A large job is read again only when a file has come that is not known yet.
    const find = (path: string) => artifacts.find((artifact) => artifact.path === path)
    if (!artifactsOf(event).every(({ path }) => find(path))) {
      const job = await service.job({ id })
      artifacts = job.ok ? job.value.artifacts : []
    }
    await stream.send(number, event.type, eventView(event, find))
  }
  const replay = async () => {
    const past = await service.events({ since, id })
    for (const stored of past.ok ? past.value : []) await tell(stored)
    // An end in the past may have been followed by a retry; only the state says how it stands.
    const job = await service.jobStatus({ id })
    if (!job.ok || hasEnded(job.value.state)) stream.close()
  }
  // What the store can't tell now, the caller asks for again when it comes back.
  const breakOff = (error: unknown) => {
    log('event stream broke', { job: id, error: String(error) })
    stream.close()
  }
  // Followed before the log is read, so that nothing falls between the two; what comes both ways is told once.
  let tail = Promise.resolve()
  const unfollow = service.follow((stored) => {
    if (stored.event.job !== id) return
    tail = tail
      .then(async () => {
        await tell(stored)
        if (isEnd(stored.event)) stream.close()
      })
      .catch(breakOff)
  })
  tail = replay().catch(breakOff)
  stream.onClose(unfollow)
}
