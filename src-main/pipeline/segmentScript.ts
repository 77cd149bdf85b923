import { cutScript, isSpeakable } from '#shared/cutScript.ts'
import type { Segment } from '#shared/domain.ts'
import type { JobRequest } from '#shared/job/request.ts'

/**
 * Cuts a script at its pause markers. Pieces that hold nothing but punctuation vanish. Inside a segment paragraphs stay
 * apart by one empty line and all other white space is one space. A script with no marker is one segment; one with no
 * words has none.
 */
export function segmentScript(script: string): Segment[] {
  return cutScript(script)
    .filter(isSpeakable)
    .map((piece, position) => ({ index: position + 1, text: foldSpace(piece) }))
}

/** The segments of a job: a voiceover is one, whatever markers its script holds. */
export function segmentsOf(request: Pick<JobRequest, 'kind' | 'script'>): Segment[] {
  const segments = segmentScript(request.script)
  if (request.kind === 'shorts' || segments.length === 0) return segments
  return [{ index: 1, text: segments.map((segment) => segment.text).join('\n\n') }]
}

function foldSpace(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}
