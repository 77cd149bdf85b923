import type { Dispatcher, Response, fetch as UndiciFetch } from 'undici'

/** Connections to servers that packs are fetched from, by the proxy that the environment names. */
export interface Transport {
  readonly dispatcher: Dispatcher
  readonly fetch: typeof UndiciFetch
  close(): Promise<void>
}

/**
 * Opens connections by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in either case. They have no deadlines of their own but for
 * connecting: whoever fetches watches what comes. Throws where a proxy's address is none.
 */
export async function openTransport(env: NodeJS.ProcessEnv): Promise<Transport> {
  const { EnvHttpProxyAgent, fetch } = await import('undici')
  const proxies = {
    httpProxy: env.http_proxy ?? env.HTTP_PROXY ?? '',
    httpsProxy: env.https_proxy ?? env.HTTPS_PROXY ?? '',
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
  }
  const deadlines = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 20_000 } }
  const dispatcher = new EnvHttpProxyAgent({ ...proxies, ...deadlines })
  return { dispatcher, fetch, close: () => dispatcher.destroy() }
}

/**
 * Asks for a file, from byte `from` on; redirects are followed, to other hosts too, and Range goes with them. The bytes
 * come as they lie there: compressed, a range would be one of other bytes. Rejects as fetch does.
 */
export function get({ dispatcher, fetch }: Transport, url: URL, from: number, signal: AbortSignal): Promise<Response> {
  const headers = {
    'user-agent': 'Pausecut',
    'accept-encoding': 'identity',
    ...(from > 0 && { range: `bytes=${from}-` }),
  }
  return fetch(url, { dispatcher, signal, headers })
}
