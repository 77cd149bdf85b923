import type { AppError } from '#shared/errors.ts'
import { appError } from '#shared/errors.ts'
import { type Phrase, phrase, words as theirWords } from '#shared/phrases.ts'

/** Why one request failed, before it is known whether another attempt follows. */
export interface Failure {
  /** Whether asking again may help. */
  readonly again: boolean
  /** Milliseconds that the service asked to be left alone for. */
  readonly wait?: number
  /** What may help where it is changed: the format that is asked for, the text's length, or the voice. */
  readonly mend?: 'format' | 'length' | 'voice'
  /** The service's own words, where the same ones twice in a row mean that waiting does not help. */
  readonly lasting?: string
  /** The error to show when this attempt, the `attempts`th, was the last. */
  error(attempts: number): AppError
}

/** What a service answered instead of sound. */
export interface Refusal {
  readonly status: number
  readonly headers: Headers
  /** What was asked, where a 404 should name it. */
  readonly address?: string
  /** The field of the request that the service names. */
  readonly param?: string | null | undefined
  /** The body's `error` object, where it was JSON of OpenAI's shape. */
  readonly code?: string | null | undefined
  readonly type?: string | undefined
  /** The service's own words. */
  readonly words?: string | undefined
}

/** OpenAI guide, "Error codes": what 429 says when waiting does not help. `type` and `code` both may hold it. */
const noCredit = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
  'credit_balance_exhausted',
])

/**
 * Explains an answer that is not a success.
 *
 * @param keySent whether the request carried a key
 * @param now the time that a Retry-After date is held against, ms
 */
export function explainRefusal(refusal: Refusal, keySent: boolean, now = Date.now()): Failure {
  const { status, headers, address, code, type, words } = refusal
  const detail = [`HTTP ${status}`, type, code, headers.get('x-request-id')].filter(Boolean).join(' ')
  const reason = words ? theirWords(words) : phrase('HTTP_STATUS', { status })
  const final = (error: AppError): Failure => ({ again: false, ...mending(refusal), error: () => error })
  if (status === 401 && !keySent && address) return final(appError('KEY_WANTED', { address }, detail))
  if (status === 401) return final(appError(keySent ? 'KEY_REFUSED' : 'KEY_MISSING', {}, detail))
  if (status === 402 || noCredit.has(code ?? '') || noCredit.has(type ?? '')) {
    return final(appError('SPEECH_NO_CREDIT', {}, detail))
  }
  const failed = status >= 500 && !busyFaults.has(status) && !passing.test(words ?? '')
  if (busy.has(status) || (status >= 500 && !failed)) {
    const wait = retryAfter(headers, now)
    return {
      again: true,
      ...(wait === undefined ? {} : { wait }),
      error: (attempts) => appError('SPEECH_BUSY', { attempts }, [detail, words].filter(Boolean).join(': ')),
    }
  }
  if (failed) {
    // Other statuses are a gateway's, whose server may come back.
    const error = () => appError('SPEECH_FAILED', { reason }, detail)
    return { again: true, ...(words && status === 500 ? { lasting: words } : {}), ...mending(refusal), error }
  }
  if (address && (status === 404 || status === 405 || status === 410)) {
    return final(appError('SPEECH_NOT_THERE', { address, reason }, detail))
  }
  if (words) return final(appError('SPEECH_REFUSED', { reason }, detail))
  return final(appError('SPEECH_BAD_ANSWER', { reason }, detail))
}

const busy = new Set([408, 409, 425, 429])
/** What a server or gateway says that has too much to do, or is not up yet. */
const busyFaults = new Set([503, 529])
/** Words that promise an end. */
const passing = /try again|retry|overload|busy|temporar|loading|capacity|later/i

/** Statuses of a request whose fields are not as they should be; some servers fail (500, 501) where they can not code. */
const formatStatuses = new Set([400, 406, 415, 422, 500, 501])
const lengthStatuses = new Set([400, 413, 422])
const aboutFormat = /response_?format|\b(audio|output|file) formats?\b|\b(wav|flac|mp3|pcm|opus|ffmpeg)\b/i
const voiceStatuses = new Set([400, 404, 422, 500])
const aboutVoice = /\b(voice|speaker)s?\b/i
const aboutLength =
  /\btoo (long|large|many (characters|tokens|words))|\bat most \d|\bmax(imum)?\b|too_long|exceed|longer than|\blimit(ed)? (of|to|is)\b/i

/** What may be changed about a request so that the server takes it. */
function mending({ status, param, words = '' }: Refusal): Pick<Failure, 'mend'> {
  const format = status === 406 || status === 415 || param === 'response_format' || aboutFormat.test(words)
  if (formatStatuses.has(status) && format) return { mend: 'format' }
  if (lengthStatuses.has(status) && (status === 413 || aboutLength.test(words))) return { mend: 'length' }
  if (voiceStatuses.has(status) && (param === 'voice' || aboutVoice.test(words))) return { mend: 'voice' }
  return {}
}

/** No connection, or one that broke or fell silent before the answer began. */
export const explainSilence = (host: string, detail: string): Failure => ({
  again: true,
  error: (attempts) => appError('SPEECH_UNREACHABLE', { host, attempts }, detail),
})

/**
 * An answer that is not the sound that was asked for; `again` where it may have broken off on its way, `mend` where
 * something else can be asked for.
 */
export const explainBadAnswer = (reason: Phrase, again: boolean, mend?: Failure['mend']): Failure => ({
  again,
  ...(mend ? { mend } : {}),
  error: () => appError('SPEECH_BAD_ANSWER', { reason }),
})

/**
 * Milliseconds of `retry-after-ms`, or of Retry-After (RFC 9110, 10.2.3: seconds or a date); absent where neither can
 * be read.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const milliseconds = headers.get('retry-after-ms')
  if (milliseconds && Number(milliseconds) >= 0) return Number(milliseconds)
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** A service's words as one line for a person: no line ends, no markup, not too long, and never the key. */
export function cleanWords(words: string, key: string | null): string {
  const hidden = key ? words.replaceAll(key, '(key)') : words
  const line = hidden
    .replace(/\bsk-[\w*-]{4,}/g, '(key)')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.length > 240 ? `${line.slice(0, 239)}…` : line
}
