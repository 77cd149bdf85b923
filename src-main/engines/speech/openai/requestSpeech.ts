import type OpenAI from 'openai'
import type { SoundDecoder } from '#ports/SoundDecoder.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'
import type { AskedFormat } from '#shared/speech/serverReport.ts'
import type { MonoSound } from '#shared/wav.ts'
import { decodeAnswer } from './answer/decodeAnswer.ts'
import { largestAnswer } from './answer/largestAnswer.ts'
import { mayHold } from './answer/mayHold.ts'
import { readText } from './answer/readText.ts'
import { wordsOf } from './answer/wordsOf.ts'
import { cleanWords, explainBadAnswer, explainRefusal, explainSilence, type Failure } from './explainFailure.ts'
import { patientFetch } from './patientFetch.ts'

export interface SpeechCall {
  readonly baseUrl: string
  /** Null where a server of one's own asks for none. */
  readonly key: string | null
  /** Milliseconds that the service may stay silent, before its answer and within it. */
  readonly silence: number
  readonly body: Omit<OpenAI.Audio.SpeechCreateParams, 'response_format'>
  readonly format: AskedFormat
  /** Reads what is no WAV of plain samples. */
  readonly decoder: SoundDecoder
  /** Called when the first byte of the body has come, and with all of them. */
  readonly onFirstByte?: () => void
  readonly onAnswer?: (bytes: Uint8Array) => void
}

/** Asks once for speech. Throws what `signal` was aborted with. */
export async function requestSpeech(call: SpeechCall, signal: AbortSignal): Promise<MonoSound | Failure> {
  // The SDK is loaded with the first request, so that starting up does not wait for it.
  const { default: Client, APIError, APIConnectionError } = await import('openai')
  const client = new Client({
    baseURL: call.baseUrl,
    apiKey: call.key ?? 'none',
    adminAPIKey: null,
    maxRetries: 0,
    timeout: call.silence,
    logLevel: 'off',
    ...(await patientFetch(call.silence)),
    defaultHeaders: call.key === null ? { Authorization: null } : {},
  })
  try {
    const response = await client.audio.speech.create({ ...call.body, response_format: call.format }, { signal })
    const bytes = await readBody(response, call, signal)
    call.onAnswer?.(bytes)
    return await judge({ bytes, contentType: response.headers.get('content-type') ?? '' }, call, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof BrokenOff) return explainBadAnswer(error.reason, true)
    if (error instanceof APIConnectionError) return explainSilence(new URL(call.baseUrl).host, describe(error))
    if (!(error instanceof APIError) || error.status === undefined) throw error
    const words = wordsOf(error.error) ?? textOf(error)
    return explainRefusal(
      {
        status: error.status,
        headers: error.headers ?? new Headers(),
        address: `${call.baseUrl}/audio/speech`,
        param: error.param,
        code: error.code,
        type: error.type,
        words: words === undefined ? undefined : cleanWords(words, call.key),
      },
      call.key !== null,
    )
  }
}

async function judge(
  answer: { readonly bytes: Uint8Array; readonly contentType: string },
  { format, key, decoder, body }: SpeechCall,
  signal: AbortSignal,
): Promise<MonoSound | Failure> {
  const sound = await decodeAnswer({ ...answer, asked: format, key }, decoder, signal)
  if ('error' in sound || mayHold(sound, body.input, body.speed ?? 1)) return sound
  return explainBadAnswer(phrase('ANSWER_SILENT'), true)
}

class BrokenOff extends Error {
  readonly reason: Phrase
  constructor(reason: Phrase) {
    super(reason.code)
    this.reason = reason
  }
}

/** Reads the answer to its end. Throws BrokenOff when the connection breaks, falls silent or never ends. */
async function readBody(
  response: Response,
  { silence, onFirstByte }: Pick<SpeechCall, 'silence' | 'onFirstByte'>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  while (reader) {
    const { done, value } = await withinSilence(reader, silence, signal)
    if (done) break
    if (chunks.length === 0) onFirstByte?.()
    chunks.push(value)
    size += value.length
    if (size > largestAnswer) {
      await reader.cancel()
      throw new BrokenOff(phrase('ANSWER_ENDLESS'))
    }
  }
  return Buffer.concat(chunks, size)
}

async function withinSilence(reader: ReadableStreamDefaultReader<Uint8Array>, silence: number, signal: AbortSignal) {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new BrokenOff(phrase('ANSWER_STOPPED'))), silence)
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop)
  try {
    return await Promise.race([reader.read(), late])
  } catch (error) {
    // What is still under way is of no use any more, and would keep the connection.
    void reader.cancel().catch(() => {})
    throw error instanceof BrokenOff || signal.aborted ? error : new BrokenOff(phrase('ANSWER_BROKEN'))
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

/** What the service said where it was no JSON: the SDK puts it behind the status; a page's title. */
function textOf({ error, message }: { readonly error?: unknown; readonly message: string }): string | undefined {
  const text = message.replace(/^\d{3} /, '')
  if (error !== undefined || text.endsWith('(no body)')) return undefined
  return readText(Buffer.from(text))?.text
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? `${error.cause.message} ${describe(error.cause)}` : ''
  return `${error.message} ${cause}`.trim()
}
