import { speedRange } from '../../domain.ts'
import { type Phrase, phrase } from '../../phrases.ts'
import { hasWords } from '../isSpeakable.ts'
import type { ParsedPiece } from '../parsePiece.ts'
import type { Told } from '../piece/piece.ts'
import { longestSilence } from '../segment.ts'
import { type LeftOut, type LeftOutKind, tellLeftOut } from './leftOut.ts'

/** What was left out of the pieces of a script or taken otherwise than it is written, one sentence for each kind. */
export function tellNotes(pieces: readonly ParsedPiece[]): Phrase[] {
  const told = pieces.flatMap((piece) => piece.told)
  const ofKind = (kind: Told['kind']) => told.filter((one) => one.kind === kind)
  const [speed] = ofKind('speed')
  const [silence] = ofKind('silence')
  const [longSilence] = ofKind('long silence')
  // Dots and dashes alone are nothing that anybody misses.
  const unsaid = pieces.find(({ text }) => !hasWords(text) && /\p{S}/u.test(text))
  return [
    ...tellLeftOut(counted(told)),
    ...tellDirections(ofKind('direction')),
    ...(unsaid ? [phrase('NOTHING_TO_SAY', { text: unsaid.text.slice(0, 80) })] : []),
    ...(speed ? [phrase('SPEED_LEFT_OUT', { text: speed.text, ...speedRange })] : []),
    ...(silence ? [phrase('SILENCE_LEFT_OUT', { text: silence.text })] : []),
    ...(longSilence ? [phrase('SILENCE_SHORTENED', { text: longSilence.text, limit: longestSilence })] : []),
  ]
}

function counted(told: readonly Told[]): LeftOut {
  const count = (kind: LeftOutKind) => told.filter((one) => one.kind === kind).length
  return { picture: count('picture'), table: count('table'), code: count('code'), footnote: count('footnote') }
}

function tellDirections(told: readonly Told[]): Phrase[] {
  const [first] = told
  if (!first) return []
  const { text } = first
  return [told.length === 1 ? phrase('ONE_DIRECTION', { text }) : phrase('DIRECTIONS', { count: told.length, text })]
}
