import type { AppError } from '#shared/errors.ts'
import { appError } from '#shared/errors.ts'
import { type Phrase, phrase, words as theirWords } from '#shared/phrases.ts'

/** Why one request failed, before it is known whether another attempt follows. */
export interface Failure {
  /** Whether asking again may help. */
  readonly again: boolean
  /** Milliseconds that the service asked to be left alone for. */
  readonly wait?: number
  /** The error to show when this attempt, the `attempts`th, was the last. */
  error(attempts: number): AppError
}

/** What a service answered instead of sound. */
export interface Refusal {
  readonly status: number
  readonly headers: Headers
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
  const { status, headers, code, type, words } = refusal
  const detail = [`HTTP ${status}`, type, code, headers.get('x-request-id')].filter(Boolean).join(' ')
  const final = (error: AppError): Failure => ({ again: false, error: () => error })
  if (status === 401) return final(appError(keySent ? 'KEY_REFUSED' : 'KEY_MISSING', {}, detail))
  if (status === 402 || noCredit.has(code ?? '') || noCredit.has(type ?? '')) {
    return final(appError('SPEECH_NO_CREDIT', {}, detail))
  }
  if (status === 408 || status === 409 || status === 429 || status >= 500) {
    const wait = retryAfter(headers, now)
    return {
      again: true,
      ...(wait === undefined ? {} : { wait }),
      error: (attempts) => appError('SPEECH_BUSY', { attempts }, [detail, words].filter(Boolean).join(': ')),
    }
  }
  if (words) return final(appError('SPEECH_REFUSED', { reason: theirWords(words) }, detail))
  return final(appError('SPEECH_BAD_ANSWER', { reason: phrase('HTTP_STATUS', { status }) }, detail))
}

/** No connection, or one that broke or fell silent before the answer began. */
export const explainSilence = (host: string, detail: string): Failure => ({
  again: true,
  error: (attempts) => appError('SPEECH_UNREACHABLE', { host, attempts }, detail),
})

/** An answer that is not the sound that was asked for; `again` where it may have broken off on its way. */
export const explainBadAnswer = (reason: Phrase, again: boolean): Failure => ({
  again,
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
