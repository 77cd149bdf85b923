import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { buildServer, type ServerOptions } from './buildServer.ts'

export interface ApiOptions extends Omit<ServerOptions, 'hosts' | 'origins'> {
  /** Where to listen; a loopback address unless there is a token. */
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
}

export interface Api {
  /** Where it listens: `http://127.0.0.1:4711`. */
  readonly origin: string
  /** The origin for callers elsewhere: the public one where there is one, else by a name that others may know. */
  readonly publicUrl: string
  /** Ends every connection. */
  close(): Promise<void>
}

/** Starts the API. Fails with PORT_TAKEN, HOST_UNUSABLE or TOKEN_REQUIRED (an open address without a token). */
export async function startApi(options: ApiOptions): Promise<Result<Api>> {
  const { host, port, token, publicUrl } = options
  if (token === undefined && !isLoopback(host)) return fail(appError('TOKEN_REQUIRED', { host, flag: '--host' }))
  if (token === undefined && publicUrl !== undefined)
    return fail(appError('TOKEN_REQUIRED', { host: publicUrl, flag: '--public-url' }))
  const origins = new Set<string>()
  const hosts = new Set<string>()
  const server = buildServer({ ...options, hosts: () => hosts, origins: () => origins })
  try {
    await server.listen({ host, port })
  } catch (error) {
    await server.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return fail(appError('PORT_TAKEN', { port }))
    if (code === 'EACCES') return fail(appError('PORT_TAKEN', { port }))
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return fail(appError('HOST_UNUSABLE', { host }))
    throw error
  }
  const boundPort = portOf(server.server.address())
  for (const name of namesOf(host)) {
    origins.add(`http://${name}:${boundPort}`)
    // Browsers and clients leave the usual port out.
    if (boundPort === 80) origins.add(`http://${name}`)
  }
  if (publicUrl !== undefined) origins.add(publicUrl)
  for (const origin of origins) hosts.add(origin.replace(/^https?:\/\//, ''))
  const byName = anyAddress.has(host) ? hostname().toLowerCase() : bracketed(host)
  return ok({
    origin: `http://${bracketed(host)}:${boundPort}`,
    publicUrl: publicUrl ?? `http://${byName}:${boundPort}`,
    close: () => server.close(),
  })
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']
const anyAddress = new Set(['0.0.0.0', '::'])

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** What callers may call this server: the names of the loopback, and those of the address it listens at. */
function namesOf(host: string): string[] {
  if (!anyAddress.has(host)) return [...new Set([...loopbackNames, bracketed(host).toLowerCase()])]
  const own = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => address))
  return [...new Set([...loopbackNames, hostname().toLowerCase(), ...own.map(bracketed)])]
}

const bracketed = (host: string) => (isIP(host) === 6 ? `[${host.replace(/%.*$/, '')}]` : host)

function portOf(address: ReturnType<import('node:net').Server['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
