import { segmentsOf } from '#pipeline/segmentScript.ts'
import type { Segment } from '#shared/script/segment.ts'

/**
 * A card as the job will have it, marks and all: other white space would be other speech, and bought again. As it stands
 * where it holds nothing to say.
 */
export const asInJob = (text: string): Segment =>
  segmentsOf({ kind: 'voiceover', script: text })[0] ?? { index: 1, text }
