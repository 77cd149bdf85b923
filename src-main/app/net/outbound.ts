import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type Phrase, phrase, sayPhrase } from '#shared/phrases.ts'
import { isPublicAddress } from './privateAddresses.ts'

/** What requests to addresses that a caller gave may reach. */
export interface Outbound {
  /** Names and addresses that may be private: a home server is a real use. */
  readonly allowHosts: readonly string[]
  /** Every address of a name; the system's resolver unless a test brings its own. */
  readonly lookup?: (hostname: string) => Promise<readonly LookupAddress[]>
}

/** An address may not be used. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
  readonly reason: Phrase
  constructor(reason: Phrase) {
    super(sayPhrase(reason))
    this.reason = reason
  }
}

const longestAddress = 2048
const lookupMs = 3_000

/**
 * The URL behind `text`, when nothing in it speaks against a request: http or https, no credentials, no private address
 * written out (WHATWG parsing has made `127.1`, `0x7f.1` and `2130706433` plain by then). Throws AddressRefused.
 */
export function parseAddress(text: string, outbound: Outbound): URL {
  if (text.length > longestAddress) throw new AddressRefused(phrase('ADDRESS_TOO_LONG', { limit: longestAddress }))
  const url = URL.parse(text)
  if (!url) throw new AddressRefused(phrase('NO_ADDRESS'))
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AddressRefused(phrase('OTHER_PROTOCOL'))
  if (url.username !== '' || url.password !== '') throw new AddressRefused(phrase('CREDENTIALS'))
  const host = hostOf(url)
  if (isIP(host) !== 0 && !isAllowed(host, outbound) && !isPublicAddress(host)) throw privateHost(host)
  return url
}

/**
 * Like parseAddress, and asks where the name leads. A name that can not be looked up now passes: that is no reason to
 * refuse it, and the request itself looks again. Throws AddressRefused.
 */
export async function vetAddress(text: string, outbound: Outbound): Promise<URL> {
  const url = parseAddress(text, outbound)
  const late = new Promise<never>((_, reject) => setTimeout(reject, lookupMs, new Error('no answer')).unref())
  await Promise.race([resolvePublic(hostOf(url), outbound), late]).catch((error: unknown) => {
    if (error instanceof AddressRefused) throw error
  })
  return url
}

export interface OutboundRequest {
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/**
 * Sends one request and follows no redirect. The name is looked up once, every answer must be public (or the host
 * allowed), and the connection goes to that very answer, so that a name can not change its mind in between (DNS
 * rebinding). Whatever the server does, the promise settles when the connection has gone or the signal aborts, and no
 * answer is anything but a status: one that wants to speak another protocol (101) is hung up on. Rejects with
 * AddressRefused, the signal's reason, or what the network said.
 */
export async function send(url: URL, request: OutboundRequest, outbound: Outbound): Promise<IncomingMessage> {
  const checked = parseAddress(url.href, outbound)
  const options: RequestOptions = {
    method: request.method,
    headers: { 'user-agent': 'Pausecut', 'accept-encoding': 'identity', ...request.headers },
    signal: request.signal,
    lookup: pinnedLookup(outbound),
    // A connection of its own: a pooled one would skip the lookup.
    agent: false,
  }
  const { signal } = request
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const hangUp = () => reject(signal.reason)
  signal.addEventListener('abort', hangUp)
  const open = checked.protocol === 'https:' ? requestHttps : requestHttp
  open(checked, options, resolve)
    .on('error', reject)
    // Node says neither `response` nor `error` of a 101, unless somebody listens for this.
    .on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response)
    })
    .on('close', () => reject(Object.assign(new Error('It closed without an answer'), { code: 'ECONNRESET' })))
    .end(request.body)
  return promise.finally(() => signal.removeEventListener('abort', hangUp))
}

/** A lookup for sockets that answers vetted addresses only. Sockets do not call it for literal ones. */
function pinnedLookup(outbound: Outbound): LookupFunction {
  return (hostname, options, callback) => {
    resolvePublic(hostname, outbound).then(
      (answers) => {
        const fitting = answers.filter((answer) => !options.family || answer.family === familyOf(options.family))
        const [first] = fitting
        if (!first) callback(Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' }), '')
        else if (options.all) callback(null, [...fitting])
        else callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, ''),
    )
  }
}

async function resolvePublic(host: string, outbound: Outbound): Promise<readonly LookupAddress[]> {
  const answers = await (outbound.lookup ?? lookupAll)(host)
  const refused = !isAllowed(host, outbound) && answers.some((answer) => !isPublicAddress(answer.address))
  if (refused) throw privateHost(host)
  return answers
}

const lookupAll = (hostname: string) => systemLookup(hostname, { all: true })

const familyOf = (family: number | string) => (family === 'IPv4' ? 4 : family === 'IPv6' ? 6 : family)

const bare = (host: string) => host.toLowerCase().replace(/^\[|\]$|\.$/g, '')

const hostOf = (url: URL) => bare(url.hostname)

function isAllowed(host: string, outbound: Outbound): boolean {
  return outbound.allowHosts.some((allowed) => bare(allowed) === bare(host))
}

function privateHost(host: string): AddressRefused {
  return new AddressRefused(phrase('PRIVATE_HOST', { host }))
}
