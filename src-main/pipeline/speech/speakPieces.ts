import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { readWav } from '#files/wavFile.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { resample } from '#shared/resample.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { faultIn, notTheText } from './checkSpeech.ts'
import type { SpokenPiece } from './joinSpeech.ts'
import { charactersOf, type Piece, smallerPieces } from './planPieces.ts'
import { type PieceOptions, sayPiece } from './sayPiece.ts'
import { openSpeechCache, type Refusal, type SpeechCache, speechKey, timesKey } from './speechCache.ts'

export interface SpokenPieces {
  readonly pieces: readonly SpokenPiece[]
  readonly charactersBilled: number
  /** Why nothing could be said in the first piece that has no sound; the others may have some. */
  readonly skipped?: AppError | undefined
}

/** Requests to a paid service that one segment makes side by side: more is answered by `too many requests`. */
const paidAtOnce = 3
/** How often a piece that costs money may be refused before it is bought no more, and milliseconds until it is again. */
const mostRefusals = 3
const remembered = 24 * 3600 * 1000

/**
 * Speaks the pieces that the cache does not hold, side by side, and keeps each as soon as it is spoken.
 * After a failure nothing new is asked for; what is under way may end, and is kept.
 */
export async function speakPieces(
  planned: readonly Piece[],
  options: PieceOptions,
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
async function speakPiece(piece: Piece, options: PieceOptions, signal: AbortSignal): Promise<Result<SpokenWell>> {
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
  const parts: SpokenAgain[] = []
  for (const part of smallerPieces(piece, engine)) {
    const refusals = await refusalsOf(part, engine, cache)
    if (refusals.fault && isPriced(engine) && refusals.times >= mostRefusals)
      return fail(notTheText(refusals.fault, part))
    const said = await sayPiece(part, options, signal, true)
    if (!said.ok) return said
    const { piece: spoken, fault } = said.value
    if (fault) return fail(notTheText(fault, part, spoken.heard?.check))
    parts.push({ ...spoken, refusal: refusals.refusal })
    billed += said.value.billed
  }
  const whole = await hearTogether(piece, parts, options, signal)
  return whole.ok ? ok({ pieces: parts, billed }) : whole
}

const isPriced = ({ facts }: SpeechEngine): boolean => facts.models.some(({ price }) => price !== undefined)

/** How often a piece was refused lately, and why the last time. */
async function refusalsOf(piece: Piece, engine: SpeechEngine, cache: SpeechCache) {
  const refusal = await cache.findRefusal(speechKey(engine, piece))
  const times = refusal?.refused.filter((at) => Date.now() - at < remembered).length ?? 0
  return { times, fault: refusal?.fault, refusal }
}

/** A smaller piece, and how it was refused before. */
interface SpokenAgain extends SpokenPiece {
  readonly refusal: Refusal | undefined
}

/**
 * Listens to smaller pieces as one, since another text is told by many words, and not by a few. Fails where they are not
 * the text; none of them is kept then.
 */
async function hearTogether(
  piece: Piece,
  parts: readonly SpokenAgain[],
  { engine, aligner, cacheFolder }: PieceOptions,
  signal: AbortSignal,
): Promise<Result<void>> {
  const spoken = parts.flatMap(({ stored }) => (stored ? [stored] : []))
  if (!aligner || parts.length < 2 || spoken.length === 0) return ok(undefined)
  const cache = openSpeechCache(cacheFolder)
  const key = timesKey(aligner, { wav: spoken.map(({ wav }) => basename(wav)).join(' ') }, piece.text)
  if (await cache.findTimes(key)) return ok(undefined)
  const sounds = await Promise.all(spoken.map(({ wav }) => readWav(wav)))
  const { sampleRate } = sounds[0]!
  const samples = sounds.flatMap((sound) => [...resample(sound.samples, sound.sampleRate, sampleRate)])
  const heard = await aligner.align(piece.text, { samples: Float32Array.from(samples), sampleRate }, signal)
  if (!heard.ok) return heard
  const fault = faultIn(heard.value)
  if (!fault) return cache.keepTimes(key, heard.value)
  for (const part of parts) {
    const refused = await cache.refuse(speechKey(engine, part), fault, part.refusal)
    if (!refused.ok) return refused
  }
  return fail(notTheText(fault, piece, heard.value.check))
}
