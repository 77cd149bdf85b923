import { openingWords } from '#pipeline/naming/openingWords.ts'
import type { PartUnderWay } from '#shared/desktop/desktop.ts'
import type { RunEvent } from '#shared/job/events.ts'
import { type Phrase, phrase, sayPhrase } from '#shared/phrases.ts'
import type { Segment } from '#shared/script/segment.ts'
import type { RunSpec } from './jobRunner.ts'
import { type Stage, weighProgress } from './weighProgress.ts'

export interface Report {
  /** Shares of the segment's stage, 0 to 1. `position` counts from 0. */
  speaking(position: number, share: number): void
  rendering(position: number, share: number): void
  /** Its speech service was busy, and is asked again after so many seconds. */
  waiting(position: number, seconds: number): void
  /** Made or failed: it will not be heard of again. */
  finished(position: number): void
}

/**
 * Turns what segments say of themselves into a job's progress events: whole per cents, never backwards, and a message
 * about the first segment that is being worked on, so that it does not flicker between those side by side.
 *
 * @param onUnderWay told of all that are being worked on, whenever one of them has come a per cent further
 */
export function reportProgress(
  spec: Pick<RunSpec, 'id' | 'kind' | 'format'>,
  segments: readonly Segment[],
  seconds: readonly number[],
  emit: (event: RunEvent) => void,
  onUnderWay: (parts: readonly PartUnderWay[]) => void = () => {},
): Report {
  const weigher = weighProgress(seconds, spec.format === 'mp4' ? 'picture' : 'sound')
  const underWay = new Map<number, Part>()
  let last = ''
  let lastParts = ''

  const say = (progress: number) => {
    const position = Math.min(...underWay.keys())
    const segment = segments[position]
    const part = underWay.get(position)
    if (!segment || !part) return
    const message = describe(spec, part, segment, segments.length)
    const whole = Math.floor(progress)
    const news = `${whole} ${sayPhrase(message)}`
    if (news === last) return
    last = news
    emit({ type: 'progress', job: spec.id, progress: whole, message, segment: segment.index })
  }
  const sayParts = () => {
    const parts = [...underWay].map(([position, { stage, share }]) => ({
      segment: segments[position]!.index,
      stage,
      share: Math.floor(share * 100) / 100,
    }))
    if (JSON.stringify(parts) === lastParts) return
    lastParts = JSON.stringify(parts)
    onUnderWay(parts)
  }
  const advance = (position: number, stage: Stage, share: number) => {
    underWay.set(position, { stage, share: Math.min(1, share) })
    sayParts()
    say(weigher.advance(position, stage, share))
  }
  return {
    speaking: (position, share) => advance(position, 'speak', share),
    rendering: (position, share) => advance(position, 'render', share),
    waiting(position, seconds) {
      const { share } = underWay.get(position) ?? { share: 0 }
      if (seconds < leastWait) return
      underWay.set(position, { stage: 'speak', share, wait: Math.ceil(seconds) })
      say(weigher.advance(position, 'speak', share))
    },
    finished(position) {
      underWay.delete(position)
      sayParts()
      say(weigher.finish(position))
    },
  }
}

/** How far a segment is that is being worked on. */
interface Part {
  readonly stage: Stage
  readonly share: number
  /** Seconds after which its speech service is asked again. */
  readonly wait?: number
}

/** Seconds; shorter waits are not worth a word. */
const leastWait = 2

function describe(spec: Pick<RunSpec, 'kind' | 'format'>, { stage, wait }: Part, segment: Segment, of: number): Phrase {
  const part = { part: segment.index, parts: of }
  if (wait !== undefined) {
    if (spec.kind === 'voiceover') return phrase('SPEECH_WAITS', { seconds: wait })
    return phrase('SPEECH_WAITS_PART', { ...part, seconds: wait })
  }
  if (spec.kind === 'voiceover') {
    if (stage === 'speak') return phrase('SPEAKING')
    return phrase(spec.format === 'mp4' ? 'DRAWING_WAVEFORM' : 'LEVELLING')
  }
  const opening = openingWords(segment.text)
  return phrase(stage === 'speak' ? 'SPEAKING_PART' : 'DRAWING_PART', { ...part, opening })
}
