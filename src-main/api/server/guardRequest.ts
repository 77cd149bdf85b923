import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type AppError, appError } from '#shared/errors.ts'

/** What every request must pass before anything else is done with it. */
export interface Guards {
  /** The Host headers that name this server: `127.0.0.1:4711`, in lower case. */
  readonly hosts: () => ReadonlySet<string>
  /** The Origin headers of this server's own page: `http://127.0.0.1:4711`, in lower case. */
  readonly origins: () => ReadonlySet<string>
  /** Absent: no token is asked for. */
  readonly token?: string
  /** Paths that need no token: the page that asks for one. */
  readonly open: ReadonlySet<string>
}

/**
 * Why a request is turned away, or undefined. A web page anywhere can make a browser send requests to this machine:
 * - Host: after DNS rebinding the browser believes that `evil.example` is 127.0.0.1, but still sends its name (421).
 * - Origin: browsers name the page that a request comes from; only this server's own page may (403). No CORS headers
 *   are ever sent, so no other page reads an answer either.
 * - Token: programs of other users on this machine (401).
 */
export function guardRequest(request: IncomingMessage, guards: Guards): AppError | undefined {
  const { host = '', origin, authorization } = request.headers
  const hosts = guards.hosts()
  if (!hosts.has(host.toLowerCase())) return appError('HOST_REFUSED', { hosts: [...hosts].join(', ') })
  if (origin !== undefined && !guards.origins().has(origin.toLowerCase())) return appError('ORIGIN_REFUSED')
  const path = (request.url ?? '').replace(/[?#].*$/s, '')
  if (guards.token !== undefined && !guards.open.has(path) && !isToken(authorization, guards.token))
    return appError('TOKEN_NEEDED')
  return undefined
}

function isToken(authorization: string | undefined, token: string): boolean {
  const bearer = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? ''
  // Digests are of one length, which timingSafeEqual needs and which tells nothing of the token's.
  return timingSafeEqual(digest(bearer), digest(token))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
