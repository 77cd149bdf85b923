import { segmentScript } from '#pipeline/segmentScript.ts'
import type { Segment } from '#shared/domain.ts'
import type { JobRequest } from '#shared/job/request.ts'

/** The segments of a job: a voiceover is one, whatever markers its script holds. */
export function segmentsOf(request: Pick<JobRequest, 'kind' | 'script'>): Segment[] {
  const segments = segmentScript(request.script)
  if (request.kind === 'shorts' || segments.length === 0) return segments
  return [{ index: 1, text: segments.map((segment) => segment.text).join('\n\n') }]
}
