import { availableParallelism } from 'node:os'
import { readWav } from '#files/wavFile.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { type AppError, appError, type ErrorCode } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import type { SpokenPiece } from './joinSpeech.ts'
import type { Piece } from './planPieces.ts'
import { openSpeechCache, speechKey, timesKey } from './speechCache.ts'

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
  const pieces: SpokenPiece[] = [...planned]
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
      pieces[at] = spoken.value.piece
      skipped ??= spoken.value.skipped
      characters += charactersOf(piece.text)
      charactersBilled += spoken.value.billed
      onPiece?.(characters / all)
    }
  }
  await Promise.all(Array.from({ length: engine.facts.paid ? paidAtOnce : availableParallelism() }, speaker))
  if (signal.aborted) return fail(appError('CANCELLED'))
  return failure ?? ok({ pieces, charactersBilled, skipped })
}

interface SpokenOne {
  readonly piece: SpokenPiece
  readonly billed: number
  readonly skipped?: AppError
}

/**
 * Speaks one piece, or finds it spoken. A piece without a word (a row of stars) is no failure while others have some.
 */
async function speakPiece(
  piece: Piece,
  options: Omit<PieceOptions, 'as'>,
  signal: AbortSignal,
): Promise<Result<SpokenOne>> {
  if (signal.aborted) return fail(appError('CANCELLED'))
  const { engine } = options
  const request: SpeechRequest = { text: piece.text, as: piece.as }
  const cache = openSpeechCache(options.cacheFolder)
  const key = speechKey(engine, request)
  const found = await cache.find(key)
  if (found) return listen({ ...piece, stored: found }, 0, options, signal)
  const speech = await engine.speak(request, signal, options.onWait)
  if (!speech.ok) {
    const silent = nothingToSay.includes(speech.error.code)
    return silent ? ok({ piece, billed: 0, skipped: speech.error }) : speech
  }
  const stored = await cache.keep(key, speech.value)
  if (!stored.ok) return stored
  const billed = engine.facts.paid ? charactersOf(piece.text) : 0
  return listen({ ...piece, stored: stored.value }, billed, options, signal)
}

/** Adds when the piece's words are heard, where its engine did not say. */
async function listen(
  piece: SpokenPiece,
  billed: number,
  { aligner, cacheFolder }: Omit<PieceOptions, 'as'>,
  signal: AbortSignal,
): Promise<Result<SpokenOne>> {
  const { stored, text } = piece
  if (!aligner || !stored || stored.words) return ok({ piece, billed })
  const cache = openSpeechCache(cacheFolder)
  const key = timesKey(aligner, stored, text)
  const known = await cache.findTimes(key)
  if (known) return ok({ piece: { ...piece, heard: known }, billed })
  const heard = await aligner.align(text, await readWav(stored.wav), signal)
  if (!heard.ok) return heard
  // A service that did not answer may answer the next time.
  if (heard.value.fallback === 'service') return ok({ piece: { ...piece, heard: heard.value }, billed })
  const written = await cache.keepTimes(key, heard.value)
  return written.ok ? ok({ piece: { ...piece, heard: heard.value }, billed }) : written
}

/** As services count and bill them: Unicode code points. */
export const charactersOf = (text: string) => Array.from(text).length
