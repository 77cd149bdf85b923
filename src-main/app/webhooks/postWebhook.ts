import type { DeliveryAttempt } from '#shared/job/job.ts'
import { AddressRefused, type Outbound, parseAddress, send } from '../net/outbound.ts'
import { signBody } from './signBody.ts'

const usualTimeoutMs = 10_000

export interface WebhookPost {
  readonly url: string
  readonly body: string
  /** Absent: the call goes out unsigned. */
  readonly secret?: string
  readonly outbound: Outbound
}

/**
 * Makes one webhook call: one POST, no redirects, 10 s for all of it. Anything but a 2xx status is a failure. Undefined
 * when the signal aborted it.
 */
export async function postWebhook(
  post: WebhookPost,
  signal: AbortSignal,
  timeoutMs = usualTimeoutMs,
): Promise<DeliveryAttempt | undefined> {
  const now = new Date()
  const { body, secret, outbound } = post
  const logged = { at: now.toISOString(), signed: secret !== undefined }
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...(secret === undefined ? {} : { 'x-pausecut-signature': signBody(body, secret, now) }),
  }
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  try {
    const url = parseAddress(post.url, outbound)
    const response = await send(url, { method: 'POST', headers, body, signal: limited }, outbound)
    response.destroy()
    const { statusCode: status = 0 } = response
    if (status >= 200 && status < 300) return { ...logged, status }
    const redirect = status >= 300 && status < 400
    return { ...logged, status, error: redirect ? 'it redirects, which is not followed' : `it answered ${status}` }
  } catch (error) {
    if (signal.aborted) return undefined
    if (limited.aborted) return { ...logged, error: `no answer within ${timeoutMs / 1000} seconds` }
    if (error instanceof AddressRefused) return { ...logged, error: error.message }
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { ...logged, error: `the connection failed (${code})` }
  }
}
