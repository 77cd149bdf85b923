import { availableParallelism } from 'node:os'
import { debuglog } from 'node:util'
import { readWav } from '#files/wavFile.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import type { SpeechFault } from '#shared/domain.ts'
import { type AppError, appError, type ErrorCode } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import { describeFigures, faultIn, notTheText } from './checkSpeech.ts'
import { findLengthFault } from './findLengthFault.ts'
import type { SpokenPiece } from './joinSpeech.ts'
import { charactersOf, type Piece, smallerPieces } from './planPieces.ts'
import { openSpeechCache, type SpeechCache, speechKey, timesKey } from './speechCache.ts'

/** What an aligner finds in each piece: NODE_DEBUG=pausecut-speech. */
const log = debuglog('pausecut-speech')

/** Who speaks, and how. */
export interface Speaking {
  readonly engine: SpeechEngine
  readonly as: SpokenAs
  /** Where spoken pieces are kept for the next time. */
  readonly cacheFolder: string
}

export interface PieceOptions extends Speaking {
  /** Listens where the engine gives no word times; without one they are guessed. */
  readonly aligner?: Aligner
  /** Called after each piece with the share of the text's characters that is spoken, up to 1. */
  readonly onPiece?: (share: number) => void
  /** Told of each wait for a service that is busy, before it begins: seconds. */
  readonly onWait?: (seconds: number) => void
}

export interface SpokenPieces {
  readonly pieces: readonly SpokenPiece[]
  readonly charactersBilled: number
  /** Why nothing could be said in the first piece that has no sound; the others may have some. */
  readonly skipped?: AppError | undefined
}

/** What an engine says of a text that holds nothing for it. */
const nothingToSay: readonly ErrorCode[] = ['SPEECH_NOTHING_TO_SAY', 'SPEECH_ENGLISH_ONLY']

/** Requests to a paid service that one segment makes side by side: more is answered by `too many requests`. */
const paidAtOnce = 3
/** How often a piece that costs money may be refused before it is bought no more, and milliseconds until it is again. */
const mostRefusals = 3
const remembered = 24 * 3600 * 1000
/** Seconds of a sound of a wrong length that is listened to, to name the words that are missing. */
const longestNamed = 120

/**
 * Speaks the pieces that the cache does not hold, side by side, and keeps each as soon as it is spoken.
 * After a failure nothing new is asked for; what is under way may end, and is kept.
 */
export async function speakPieces(
  planned: readonly Piece[],
  options: Omit<PieceOptions, 'as'>,
  signal: AbortSignal,
): Promise<Result<SpokenPieces>> {
  const { engine, onPiece } = options
  const pieces: (readonly SpokenPiece[])[] = planned.map((piece) => [piece])
  let failure: Result<never> | undefined
  let skipped: AppError | undefined
  let characters = 0
  const all = planned.reduce((sum, { text }) => sum + charactersOf(text), 0)
  let charactersBilled = 0
  const waiting = planned.entries()
  const speaker = async () => {
    for (const [at, piece] of waiting) {
      if (failure) return
      const spoken = await speakPiece(piece, options, signal)
      if (!spoken.ok) {
        failure ??= spoken
        return
      }
      pieces[at] = spoken.value.pieces
      skipped ??= spoken.value.skipped
      characters += charactersOf(piece.text)
      charactersBilled += spoken.value.billed
      onPiece?.(characters / all)
    }
  }
  await Promise.all(Array.from({ length: engine.facts.paid ? paidAtOnce : availableParallelism() }, speaker))
  if (signal.aborted) return fail(appError('CANCELLED'))
  return failure ?? ok({ pieces: pieces.flat(), charactersBilled, skipped })
}

interface SpokenWell {
  /** More than one where it had to be said in smaller ones. */
  readonly pieces: readonly SpokenPiece[]
  readonly billed: number
  readonly skipped?: AppError | undefined
}

/**
 * Speaks one piece, or finds it spoken. What does not say its text is asked for once more, in smaller pieces; speech
 * that was refused before is not asked for in one again.
 */
async function speakPiece(
  piece: Piece,
  options: Omit<PieceOptions, 'as'>,
  signal: AbortSignal,
): Promise<Result<SpokenWell>> {
  const { engine, cacheFolder } = options
  const cache = openSpeechCache(cacheFolder)
  let billed = 0
  if ((await refusalsOf(piece, engine, cache)).times === 0) {
    const said = await sayPiece(piece, options, signal, false)
    if (!said.ok) return said
    const { piece: spoken, fault, skipped } = said.value
    billed = said.value.billed
    if (!fault) return ok({ pieces: [spoken], billed, skipped })
  }
  const pieces: SpokenPiece[] = []
  for (const part of smallerPieces(piece, engine)) {
    const refusals = await refusalsOf(part, engine, cache)
    if (refusals.fault && isPriced(engine) && refusals.times >= mostRefusals)
      return fail(notTheText(refusals.fault, part))
    const said = await sayPiece(part, options, signal, true)
    if (!said.ok) return said
    const { piece: spoken, fault } = said.value
    if (fault) return fail(notTheText(fault, part, spoken.heard?.check))
    pieces.push(spoken)
    billed += said.value.billed
  }
  return ok({ pieces, billed })
}

const isPriced = ({ facts }: SpeechEngine): boolean => facts.models.some(({ price }) => price !== undefined)

/** How often a piece was refused lately, and why the last time. */
async function refusalsOf(piece: Piece, engine: SpeechEngine, cache: SpeechCache) {
  const refusal = await cache.findRefusal(speechKey(engine, piece))
  const times = refusal?.refused.filter((at) => Date.now() - at < remembered).length ?? 0
  return { times, fault: refusal?.fault }
}

interface SaidPiece {
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
async function sayPiece(
  piece: Piece,
  options: Omit<PieceOptions, 'as'>,
  signal: AbortSignal,
  last: boolean,
): Promise<Result<SaidPiece>> {
  if (signal.aborted) return fail(appError('CANCELLED'))
  const { engine } = options
  const request: SpeechRequest = { text: piece.text, as: piece.as }
  const cache = openSpeechCache(options.cacheFolder)
  const key = speechKey(engine, request)
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
  const refused = fault ? await cache.refuse(key, fault) : ok(undefined)
  return refused.ok ? ok({ ...heard.value, billed }) : refused
}

/** Adds when the piece's words are heard, where its engine did not say, and what is wrong where they are not. */
async function listen(
  piece: SpokenPiece,
  { aligner, cacheFolder }: Omit<PieceOptions, 'as'>,
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
