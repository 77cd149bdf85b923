import { join } from 'node:path'
import { placeFile } from '#files/placeFile.ts'
import type { Narration, TimingSource } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'
import { joinSpeech, type SpokenPiece } from './speech/joinSpeech.ts'
import { charactersOf, type PieceOptions, type Speaking, speakPieces } from './speech/speakPieces.ts'
import { openSpeechCache, speechKey } from './speech/speechCache.ts'

export interface SpeakOptions extends PieceOptions {
  /** Where the narration goes, as `narration-<index>.wav`. */
  readonly workFolder: string
}

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
  const { pieces, charactersBilled, skipped } = spoken.value
  const wav = join(options.workFolder, `narration-${segment.index}.wav`)
  const nothing = fail(skipped ?? appError('SPEECH_NOTHING_TO_SAY', { text: segment.text.trim().slice(0, 60) }))
  const joined = await placeFile(
    wav,
    async (partial) => {
      const whole = await joinSpeech(pieces, options.as.speed, partial)
      return whole ? ok(whole) : nothing
    },
    signal,
  )
  if (!joined.ok) return joined
  const { sampleRate, samples, words } = joined.value
  const duration = samples / sampleRate
  return ok({ wav, sampleRate, duration, words, ...timingOf(pieces), charactersBilled })
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

/** How many characters of the text would be sent to a paid service now, and how many the cache holds already. */
export async function countBilled(
  text: string,
  { engine, as, cacheFolder }: Speaking,
): Promise<{ billed: number; cached: number }> {
  const cache = openSpeechCache(cacheFolder)
  let billed = 0
  let cached = 0
  for (const piece of engine.cut(text, as)) {
    if (await cache.has(speechKey(engine, { text: piece, as }))) cached += charactersOf(piece)
    else if (engine.facts.paid) billed += charactersOf(piece)
  }
  return { billed, cached }
}
