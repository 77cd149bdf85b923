import type { JobRequest } from '#shared/job/request.ts'
import { joinSegments } from '#shared/script/joinSegments.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import type { Segment } from '#shared/script/segment.ts'

/** The segments of a job: a voiceover is one, whatever markers its script holds. */
export function segmentsOf({
  kind,
  script,
  markup,
}: Pick<JobRequest, 'kind' | 'script'> & Partial<Pick<JobRequest, 'markup'>>): readonly Segment[] {
  const { segments } = parseScript(script, markup)
  return kind === 'shorts' || segments.length === 0 ? segments : [joinSegments(segments)]
}
