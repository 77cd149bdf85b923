import { join } from 'node:path'
import { placeFile } from '#files/placeFile.ts'
import type { Narration, TimingSource } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'
import { doubtOf } from './speech/checkSpeech.ts'
import { foldWords, withEmphasis } from './speech/foldWords.ts'
import { joinSpeech, type SpokenPiece } from './speech/joinSpeech.ts'
import { charactersOf, piecesOf, smallerPieces } from './speech/planPieces.ts'
import { planSpeech } from './speech/planSpeech.ts'
import type { PieceOptions, Speaking } from './speech/sayPiece.ts'
import { speakPieces } from './speech/speakPieces.ts'
import { openSpeechCache, speechKey } from './speech/speechCache.ts'

export interface SpeakOptions extends PieceOptions, Speaking {
  /** Where the narration goes, as `narration-<index>.wav`. */
  readonly workFolder: string
}

/**
 * Speaks a segment as its marks ask for it: cuts it into pieces that fit the engine's requests, speaks those that the
 * cache does not hold, and joins them. Every piece is kept as soon as it is spoken, so that whatever fails or is killed
 * is not bought again. Fails as `planSpeech` does, before anything is spoken; with the engine's codes,
 * SPEECH_NOT_THE_TEXT, SPEECH_NOTHING_TO_SAY, the codes of `placeFile`, or CANCELLED.
 */
export async function speakSegment(
  segment: Segment,
  options: SpeakOptions,
  signal: AbortSignal,
): Promise<Result<Narration>> {
  const plan = planSpeech(segment, options.as, options.engine.facts)
  if (!plan.ok) return plan
  const { utterances, ending } = plan.value
  const spoken = await speakPieces(piecesOf(utterances, options.engine), options, signal)
  if (!spoken.ok) return spoken
  const { pieces, charactersBilled, skipped } = spoken.value
  const wav = join(options.workFolder, `narration-${segment.index}.wav`)
  const nothing = fail(skipped ?? appError('SPEECH_NOTHING_TO_SAY', { text: segment.text.trim().slice(0, 60) }))
  const joined = await placeFile(
    wav,
    async (partial) => {
      const whole = await joinSpeech(pieces, ending, partial)
      return whole ? ok(whole) : nothing
    },
    signal,
  )
  if (!joined.ok) return joined
  const { sampleRate, samples } = joined.value
  const heard = foldWords(
    joined.value.words,
    utterances.flatMap((utterance) => utterance.words),
  )
  const words = withEmphasis(heard, segment.marks ?? [])
  const duration = samples / sampleRate
  const doubt = doubtOf(pieces)
  return ok({ wav, sampleRate, duration, words, ...timingOf(pieces), ...(doubt && { doubt }), charactersBilled })
}

/** From the surest to the least sure. */
const sureness: readonly TimingSource[] = ['engine', 'aligned', 'transcribed', 'shares']

/** Where the word times come from: of several sources, the least sure one; and why, where it is shares. */
function timingOf(pieces: readonly SpokenPiece[]): Pick<Narration, 'timing' | 'timingFallback'> {
  const sources = pieces.map(({ stored, words, heard }): TimingSource => {
    if (!stored || stored.words?.length === words.length) return 'engine'
    return heard?.words.length === words.length ? heard.timing : 'shares'
  })
  const timing = sureness.findLast((source) => sources.includes(source)) ?? 'shares'
  const fallback = pieces.find(({ heard }) => heard?.fallback)?.heard?.fallback
  return { timing, ...(timing === 'shares' && fallback && { timingFallback: fallback }) }
}

/**
 * How many characters of a segment would be sent to a paid service now, and how many the cache holds already. Fails as
 * `planSpeech` does.
 */
export async function countBilled(
  segment: Segment,
  { engine, as, cacheFolder }: Speaking,
): Promise<Result<{ billed: number; cached: number }>> {
  const plan = planSpeech(segment, as, engine.facts)
  if (!plan.ok) return plan
  const cache = openSpeechCache(cacheFolder)
  let billed = 0
  let cached = 0
  for (const whole of piecesOf(plan.value.utterances, engine)) {
    // What was refused in one will be asked for in smaller ones.
    const refusal = await cache.findRefusal(speechKey(engine, whole))
    for (const piece of refusal ? smallerPieces(whole, engine) : [whole]) {
      if (await cache.has(speechKey(engine, piece))) cached += charactersOf(piece.text)
      else if (engine.facts.paid) billed += charactersOf(piece.text)
    }
  }
  return ok({ billed, cached })
}
