import { debuglog } from 'node:util'
import { readWav } from '#files/wavFile.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import type { SpeechFault } from '#shared/domain.ts'
import { type AppError, appError, type ErrorCode } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import { describeFigures, faultIn } from './checkSpeech.ts'
import { findLengthFault } from './findLengthFault.ts'
import type { SpokenPiece } from './joinSpeech.ts'
import { charactersOf, type Piece } from './planPieces.ts'
import { openSpeechCache, speechKey, timesKey } from './speechCache.ts'

/** What an aligner finds in each piece: NODE_DEBUG=pausecut-speech. */
const log = debuglog('pausecut-speech')

/** Who speaks, and how. */
export interface Speaking {
  readonly engine: SpeechEngine
  readonly as: SpokenAs
  /** Where spoken pieces are kept for the next time. */
  readonly cacheFolder: string
}

export interface PieceOptions extends Omit<Speaking, 'as'> {
  /** Listens where the engine gives no word times; without one they are guessed. */
  readonly aligner?: Aligner
  /** Called after each piece with the share of the text's characters that is spoken, up to 1. */
  readonly onPiece?: (share: number) => void
  /** Told of each wait for a service that is busy, before it begins: seconds. */
  readonly onWait?: (seconds: number) => void
}

/** What an engine says of a text that holds nothing for it. */
const nothingToSay: readonly ErrorCode[] = ['SPEECH_NOTHING_TO_SAY', 'SPEECH_ENGLISH_ONLY']

/** Seconds of a sound of a wrong length that is listened to, to name the words that are missing. */
const longestNamed = 120

export interface SaidPiece {
  readonly piece: SpokenPiece
  readonly billed: number
  readonly skipped?: AppError
  /** Why it does not say its text; it is not kept then. */
  readonly fault?: SpeechFault | undefined
}

/**
 * Speaks one piece, or finds it spoken, and listens to it. A piece without a word (a row of stars) is no failure while
 * others have some.
 * @param last whether it will not be asked for again, so that words have to be named where it lacks some
 */
export async function sayPiece(
  piece: Piece,
  options: PieceOptions,
  signal: AbortSignal,
  last: boolean,
): Promise<Result<SaidPiece>> {
  if (signal.aborted) return fail(appError('CANCELLED'))
  const { engine } = options
  const request: SpeechRequest = { text: piece.text, as: piece.as }
  const cache = openSpeechCache(options.cacheFolder)
  const key = speechKey(engine, request)
  const before = await cache.findRefusal(key)
  let stored = await cache.find(key)
  let billed = 0
  if (!stored) {
    const speech = await engine.speak(request, signal, options.onWait)
    if (!speech.ok) {
      const silent = nothingToSay.includes(speech.error.code)
      return silent ? ok({ piece, billed: 0, skipped: speech.error }) : speech
    }
    const kept = await cache.keep(key, speech.value)
    if (!kept.ok) return kept
    stored = kept.value
    billed = engine.facts.paid ? charactersOf(piece.text) : 0
  }
  const heard = await listen({ ...piece, stored }, options, signal, last)
  if (!heard.ok) return heard
  const { fault } = heard.value
  const refused = fault ? await cache.refuse(key, fault, before) : ok(undefined)
  return refused.ok ? ok({ ...heard.value, billed }) : refused
}

/** Adds when the piece's words are heard, where its engine did not say, and what is wrong where they are not. */
async function listen(
  piece: SpokenPiece,
  { aligner, cacheFolder }: PieceOptions,
  signal: AbortSignal,
  last: boolean,
): Promise<Result<Pick<SaidPiece, 'piece' | 'fault'>>> {
  const { stored, text } = piece
  if (!aligner || !stored || stored.words) return ok({ piece })
  const cache = openSpeechCache(cacheFolder)
  const key = timesKey(aligner, stored, text)
  const known = await cache.findTimes(key)
  if (known) return ok({ piece: { ...piece, heard: known }, fault: faultIn(known) })
  const sound = await readWav(stored.wav)
  const lengthFault = findLengthFault(sound, text, piece.as.speed)
  if (lengthFault && !(last && sound.samples.length < longestNamed * sound.sampleRate))
    return ok({ piece, fault: lengthFault })
  const heard = await aligner.align(text, sound, signal)
  if (!heard.ok) return heard
  const { check, fallback } = heard.value
  if (check) log('%s: %s, “%s”', check.verdict, describeFigures(check), text)
  const fault = faultIn(heard.value) ?? lengthFault
  // A service that did not answer may answer the next time, and what is refused is heard no more.
  const written = fault || fallback === 'service' ? ok(undefined) : await cache.keepTimes(key, heard.value)
  return written.ok ? ok({ piece: { ...piece, heard: heard.value }, fault }) : written
}
