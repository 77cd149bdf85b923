import { createHmac } from 'node:crypto'

/**
 * The signature of a webhook's body, for its X-Pausecut-Signature header: `t=` seconds since 1970, `v1=` HMAC-SHA256 of
 * `<t>.<body>` in hexadecimal. A receiver computes the same from the bytes it got, compares in constant time, and
 * refuses times that are minutes old, so that a recorded call can not be played again.
 */
export function signBody(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}
