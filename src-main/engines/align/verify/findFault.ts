import type { SpeechFault } from '#shared/domain.ts'
import type { Recording } from '../sound/recording.ts'
import { costOf, type Heard } from './margin.ts'
import { type Rival, rivalsOf, spokenWords, without } from './rivals.ts'

/**
 * By how much a rival has to explain a recording better than the text does, as a share of the text's cost, to be named:
 * of another text, parts fit as badly as the whole.
 */
const clearly = { lacks: 0.03, repeats: 0.12 }

/** Shares of a text between which a recording may lack something. */
const tenths = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

/**
 * What a recording that does not say its text says in its place: the rival that explains it best; where that lacks a
 * part of the text, the part to a tenth.
 */
export function findFault(heard: readonly Heard[], recording: Recording): SpeechFault {
  const { words } = heard[0]!.reference
  const best = cheapest(rivalsOf(words), heard, recording)
  const text = heard.reduce((sum, { voice }) => sum + voice.first.cost, 0)
  const better = best ? 1 - costIn(best, heard, recording) / text : 0
  if (best?.lacks && better > clearly.lacks) {
    const [from, to] = (cheapest([best, ...nearTo(best.lacks, heard)], heard, recording) ?? best).lacks!
    return { kind: 'lacks', from, to }
  }
  return best?.times && better > clearly.repeats ? { kind: 'repeats', times: best.times } : { kind: 'differs' }
}

/** Rivals that lack another share of the text at the same end of it, or anywhere in the middle. */
function nearTo([from, to]: readonly [number, number], [first]: readonly Heard[]): Rival[] {
  const { words } = first!.reference
  const spoken = spokenWords(words)
  const atStart = from === spoken[0]
  const atEnd = to === spoken.at(-1)! + 1
  const cuts = tenths.flatMap((start) => tenths.filter((end) => end > start).map((end) => [start, end] as const))
  return cuts
    .filter(([start, end]) => (start === 0) === atStart && (end === 1) === atEnd)
    .filter(([start, end]) => atStart || atEnd || end - start <= 0.5)
    .flatMap(([start, end]) => without(words, start, end))
}

function cheapest(rivals: readonly Rival[], heard: readonly Heard[], recording: Recording): Rival | undefined {
  const costs = rivals.map((rival) => costIn(rival, heard, recording))
  return rivals[costs.indexOf(Math.min(...costs))]
}

const costIn = (rival: Rival, heard: readonly Heard[], recording: Recording): number =>
  heard.reduce((sum, one) => sum + costOf(rival, one, recording), 0)
