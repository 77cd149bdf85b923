import type { Socket } from 'node:net'
import { appError, catalogue, type ErrorCode, englishSentence } from '#shared/errors.ts'
import { standingHeaders } from '../errors/refuse.ts'

const codes: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
}

type Refusal = Extract<ErrorCode, 'REQUEST_TIMEOUT' | 'HEADERS_TOO_LARGE' | 'REQUEST_MALFORMED'>
/** Milliseconds for the answer to be read: closing at once may take it away from a caller that is still sending. */
const lingerMs = 500

/** Answers what could not be read as a request at all, where the caller still listens. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const code = codes[error.code ?? ''] ?? 'REQUEST_MALFORMED'
  const body = JSON.stringify({ success: false, error: englishSentence(appError(code)) })
  // A caller that does not close would keep its place for ever.
  const linger = setTimeout(() => socket.destroy(), lingerMs)
  socket.once('close', () => clearTimeout(linger))
  socket.end(
    [
      `HTTP/1.1 ${catalogue[code].status} Refused`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      ...Object.entries(standingHeaders).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  )
}
