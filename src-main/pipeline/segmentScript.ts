import type { JobRequest } from '#shared/job/request.ts'
import { joinSegments } from '#shared/script/joinSegments.ts'
import { type ParsedScript, parseScript } from '#shared/script/parseScript.ts'
import type { Segment } from '#shared/script/segment.ts'

type Scripted = Pick<JobRequest, 'kind' | 'script'> & Partial<Pick<JobRequest, 'markup'>>

/** A job's script, parsed: a voiceover is one segment, whatever markers its script holds. */
export function segmentScript({ kind, script, markup }: Scripted): ParsedScript {
  const { segments, notes } = parseScript(script, markup)
  const isWhole = kind === 'voiceover' && segments.length > 0
  return { segments: isWhole ? [joinSegments(segments)] : segments, notes }
}

/** The segments of a job. */
export const segmentsOf = (request: Scripted): readonly Segment[] => segmentScript(request).segments
