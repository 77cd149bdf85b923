import { z } from 'zod'
import { phrase } from '#shared/phrases.ts'
import {
  cleanWords,
  explainBadAnswer,
  explainRefusal,
  explainSilence,
  type Failure,
} from '../speech/openai/explainFailure.ts'
import type { HeardWord } from './matchWords.ts'

export interface TranscriptionCall {
  readonly baseUrl: string
  /** Null where the server asks for none. */
  readonly key: string | null
  readonly model: string
  /** Bytes of a WAV file. */
  readonly wav: Uint8Array<ArrayBuffer>
  /** ISO 639-1. */
  readonly language: string
  /** Milliseconds that the service may take. */
  readonly silence: number
}

/** `verbose_json` with `timestamp_granularities[]=word` (API reference, "Create transcription"). */
const Answer = z.object({
  words: z.array(z.object({ word: z.string(), start: z.number().min(0), end: z.number().min(0) })),
})

const ErrorBody = z.object({
  error: z.object({ message: z.string(), type: z.string().nullish(), code: z.string().nullish() }),
})

/** Asks once for the words of a recording and their times. Throws what `signal` was aborted with. */
export async function requestTranscription(
  { baseUrl, key, model, wav, language, silence }: TranscriptionCall,
  signal: AbortSignal,
): Promise<HeardWord[] | Failure> {
  const form = new FormData()
  form.set('file', new Blob([wav], { type: 'audio/wav' }), 'speech.wav')
  form.set('model', model)
  form.set('language', language)
  form.set('response_format', 'verbose_json')
  form.set('timestamp_granularities[]', 'word')
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/audio/transcriptions`, {
      method: 'POST',
      body: form,
      headers: key === null ? {} : { authorization: `Bearer ${key}` },
      // A key is for the address that was given and for no other.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(silence)]),
    })
    const body = await response.text()
    return response.ok ? judge(body) : refuse(response, body, key)
  } catch (error) {
    signal.throwIfAborted()
    return explainSilence(new URL(baseUrl).host, String(error))
  }
}

function judge(body: string): HeardWord[] | Failure {
  const answer = Answer.safeParse(parseJson(body))
  return answer.success ? answer.data.words : explainBadAnswer(phrase('ANSWER_WITHOUT_TIMES'), false)
}

function refuse({ status, headers }: Response, body: string, key: string | null): Failure {
  const { data } = ErrorBody.safeParse(parseJson(body))
  const { message, type, code } = data?.error ?? {}
  return explainRefusal(
    { status, headers, code, type: type ?? undefined, words: message && cleanWords(message, key) },
    key !== null,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
