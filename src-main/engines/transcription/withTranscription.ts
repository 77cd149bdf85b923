import type { Aligner, Alignment } from '#ports/Aligner.ts'
import type { SpeechCheck, TimingFallback } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { encodePcm16, type MonoSound, wavHeader } from '#shared/wav.ts'
import { type Patience, retry, patience as usualPatience } from '../speech/openai/retry.ts'
import { serverAddress } from '../speech/serverAddress.ts'
import { matchWords } from './matchWords.ts'
import { requestTranscription } from './requestTranscription.ts'

/** A server with OpenAI's transcription API: OpenAI itself, Speaches, LocalAI. */
export interface TranscriptionService {
  readonly baseUrl: string
  /** One that tells word times, such as whisper-1. */
  readonly model: string
  /** Asked before each request; null where the server needs none. */
  readonly key: () => Promise<Result<string | null>>
  /** Milliseconds that the service may take. */
  readonly silence?: number
  readonly patience?: Partial<Patience>
}

/** Share of the text that must be heard in the recording; with less of it the times are worth no more than shares. */
const leastShare = 0.6
/** Share from which on the recording says the text although the aligner hears something else. */
const wholeShare = 0.9
/** Captions with coarser times come soon enough to make up for what a longer wait would win. */
const attempts = 3

/**
 * An aligner that asks a transcription service where `first` can not follow the speech: for languages that it does not
 * speak, above all. Word times of the service are carried over to the text's own words; where it does not help either,
 * `first`'s shares stay, and say why.
 * @param service asked for each piece, since a person may change it; undefined where none is wanted
 */
export function withTranscription(first: Aligner, service: () => TranscriptionService | undefined): Aligner {
  return {
    get version() {
      const { model, baseUrl } = service() ?? {}
      return model ? `${first.version}, transcription-1 ${model} ${serverAddress(baseUrl)}` : first.version
    },
    async align(text, sound, signal, told) {
      const aligned = await first.align(text, sound, signal, told)
      const transcription = service()
      if (!transcription || !aligned.ok || aligned.value.timing !== 'shares' || aligned.value.fallback === 'short')
        return aligned
      const { language = 'en' } = aligned.value
      const heard = await listen(text, sound, language, transcription, signal)
      if (!heard.ok) return heard
      if (typeof heard.value === 'string') return ok({ ...aligned.value, fallback: heard.value })
      const { check } = aligned.value
      if (check?.verdict === 'failed' && !clears(heard.value, check)) return aligned
      return ok({ ...heard.value, ...(check && { check: { ...check, verdict: 'passed', fault: undefined } }) })
    },
    close: () => first.close(),
  }
}

/** Whether a transcription shows that the aligner was wrong about a recording; what is said twice it hears as well. */
const clears = ({ confidence = 0 }: Alignment, { fault }: SpeechCheck): boolean =>
  confidence >= wholeShare && fault?.kind !== 'repeats'

/** The words' times, or why there are none. Fails with CANCELLED only. */
async function listen(
  text: string,
  { samples, sampleRate }: MonoSound,
  language: string,
  { baseUrl, model, key, silence = 180_000, patience }: TranscriptionService,
  signal: AbortSignal,
): Promise<Result<Alignment | TimingFallback>> {
  if (signal.aborted) return fail(appError('CANCELLED'))
  const apiKey = await key()
  const wav = Buffer.concat([wavHeader(sampleRate, samples.length), encodePcm16(samples)])
  const call = { baseUrl, model, key: apiKey.ok ? apiKey.value : null, wav, language, silence }
  try {
    const ask = () => requestTranscription(call, signal)
    const heard = await retry(ask, { ...usualPatience, attempts, ...patience }, signal)
    if (!heard.ok) return ok('service')
    const { words, share } = matchWords(text.split(/\s+/u).filter(Boolean), heard.value)
    return ok(share < leastShare ? 'mismatch' : { words, timing: 'transcribed', language, confidence: share })
  } catch (error) {
    if (signal.aborted) return fail(appError('CANCELLED'))
    throw error
  }
}
