import type { Artifact } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import type { ServiceEvent } from '#shared/job/events.ts'
import type { StoredArtifact } from '#shared/job/job.ts'
import { sayPhrase } from '#shared/phrases.ts'
import type { JobEventView } from '../wire/jobs.ts'
import { fileView } from './jobViews.ts'

/** An event as followers of the API hear it. `find` gives the stored artifact by its path; it may be gone by now. */
export function eventView(event: ServiceEvent, find: (path: string) => StoredArtifact | undefined): JobEventView {
  const session_id = event.job
  const view = (artifact: Artifact) => {
    const stored = find(artifact.path)
    return stored && fileView(stored)
  }
  switch (event.type) {
    case 'queued':
    case 'removed':
      return { type: event.type, session_id }
    case 'started':
      return { type: event.type, session_id, total_segments: event.segments, engine: event.engine }
    case 'progress': {
      const { progress, segment } = event
      const message = sayPhrase(event.message)
      return { type: event.type, session_id, progress: Math.floor(progress), message, current_segment: segment }
    }
    case 'warning': {
      const { segment } = event
      return {
        type: event.type,
        session_id,
        message: sayPhrase(event.message),
        ...(segment === undefined ? {} : { segment }),
      }
    }
    case 'segment-done': {
      const file = view(event.artifact)
      return { type: event.type, session_id, segment: event.segment, ...(file ? { file } : {}) }
    }
    case 'segment-failed':
      return { type: event.type, session_id, segment: event.segment, error: englishSentence(event.error) }
    case 'completed':
      return { type: event.type, session_id, files: event.artifacts.flatMap((artifact) => view(artifact) ?? []) }
    case 'failed':
      return { type: event.type, session_id, error: englishSentence(event.error) }
  }
}
