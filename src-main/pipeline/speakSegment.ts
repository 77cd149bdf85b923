import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import type { Narration, Segment } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { placeFile } from './placeFile.ts'
import { joinSpeech, type SpokenPiece } from './speech/joinSpeech.ts'
import { planPieces } from './speech/planPieces.ts'
import { type KeptSpeech, openSpeechCache, speechKey } from './speech/speechCache.ts'

/** How to speak. */
export interface Speaking extends Omit<SpeechRequest, 'text'> {
  readonly engine: SpeechEngine
  /** Where spoken pieces are kept for the next time. */
  readonly cacheFolder: string
}

export interface SpeakOptions extends Speaking {
  /** Where the narration goes, as `narration-<index>.wav`. */
  readonly workFolder: string
  /** Called after each piece with how many of the segment's characters are spoken. */
  readonly onPiece?: (characters: number) => void
}

/** Requests to a paid service that one segment makes side by side: more is answered by `too many requests`. */
const paidAtOnce = 3

/**
 * Speaks a segment: cuts it into pieces that fit the engine's requests, speaks those that the cache does not hold,
 * and joins them. Every piece is kept as soon as it is spoken, so that whatever fails or is killed is not bought
 * again. Fails with the engine's codes, SPEECH_NOTHING_TO_SAY, the codes of `placeFile`, or CANCELLED.
 */
export async function speakSegment(
  segment: Segment,
  options: SpeakOptions,
  signal: AbortSignal,
): Promise<Result<Narration>> {
  const spoken = await speakPieces(segment.text, options, signal)
  if (!spoken.ok) return spoken
  const { pieces, charactersBilled } = spoken.value
  const wav = join(options.workFolder, `narration-${segment.index}.wav`)
  const nothing = fail(appError('SPEECH_NOTHING_TO_SAY', { text: segment.text.trim().slice(0, 60) }))
  const joined = await placeFile(
    wav,
    async (partial) => {
      const whole = await joinSpeech(pieces, options.speed, partial)
      return whole ? ok(whole) : nothing
    },
    signal,
  )
  if (!joined.ok) return joined
  const { sampleRate, samples, words } = joined.value
  const timing = pieces.every(({ kept, words }) => !kept || kept.words?.length === words.length) ? 'engine' : 'shares'
  return ok({ wav, sampleRate, duration: samples / sampleRate, words, timing, charactersBilled })
}

/** How many characters of the text would be sent to a paid service now, and how many the cache holds already. */
export async function countBilled(text: string, options: Speaking): Promise<{ billed: number; cached: number }> {
  const cache = openSpeechCache(options.cacheFolder)
  let billed = 0
  let cached = 0
  for (const piece of options.engine.cut(text, options.model)) {
    const kept = await cache.find(speechKey(options.engine, requestOf(piece, options)))
    if (kept) cached += charactersOf(piece)
    else if (options.engine.paid) billed += charactersOf(piece)
  }
  return { billed, cached }
}

interface Spoken {
  readonly pieces: readonly SpokenPiece[]
  readonly charactersBilled: number
}

async function speakPieces(text: string, options: SpeakOptions, signal: AbortSignal): Promise<Result<Spoken>> {
  const { engine, onPiece } = options
  const pieces = planPieces(text, engine.cut(text, options.model))
  const kept = new Array<KeptSpeech | undefined>(pieces.length)
  let failure: Result<never> | undefined
  let characters = 0
  let charactersBilled = 0
  const waiting = pieces.entries()
  const speaker = async () => {
    for (const [at, piece] of waiting) {
      // After a failure nothing new is asked for; what is under way may end, and is kept.
      if (failure) return
      const spoken = await speakPiece(piece.text, options, signal)
      if (!spoken.ok) {
        failure ??= spoken
        return
      }
      kept[at] = spoken.value.kept
      characters += charactersOf(piece.text)
      charactersBilled += spoken.value.billed
      onPiece?.(characters)
    }
  }
  await Promise.all(Array.from({ length: engine.paid ? paidAtOnce : availableParallelism() }, speaker))
  if (signal.aborted) return fail(appError('CANCELLED'))
  return failure ?? ok({ pieces: pieces.map((piece, at) => ({ ...piece, kept: kept[at] })), charactersBilled })
}

/**
 * Speaks one piece, or finds it spoken. A piece without a word (a row of stars) is no failure while others have some.
 */
async function speakPiece(
  text: string,
  options: SpeakOptions,
  signal: AbortSignal,
): Promise<Result<{ kept?: KeptSpeech; billed: number }>> {
  if (signal.aborted) return fail(appError('CANCELLED'))
  const { engine } = options
  const request = requestOf(text, options)
  const cache = openSpeechCache(options.cacheFolder)
  const key = speechKey(engine, request)
  const found = await cache.find(key)
  if (found) return ok({ kept: found, billed: 0 })
  const speech = await engine.speak(request, signal)
  if (!speech.ok) return speech.error.code === 'SPEECH_NOTHING_TO_SAY' ? ok({ billed: 0 }) : speech
  const kept = await cache.keep(key, speech.value)
  return kept.ok ? ok({ kept: kept.value, billed: engine.paid ? charactersOf(text) : 0 }) : kept
}

const requestOf = (text: string, { voice, speed, model, instructions }: Speaking): SpeechRequest => ({
  ...{ text, voice, speed },
  ...(model === undefined ? {} : { model }),
  ...(instructions === undefined ? {} : { instructions }),
})

/** As services count and bill them: Unicode code points. */
const charactersOf = (text: string) => Array.from(text).length
