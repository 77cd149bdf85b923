import Fastify, { type FastifyInstance } from 'fastify'
import { appError } from '#shared/errors.ts'
import { allRoutes, routeGroups } from '../allRoutes.ts'
import { explainServerError } from '../errors/explainServerError.ts'
import { refuse, standingHeaders } from '../errors/refuse.ts'
import { serveTryIt, tryItPaths } from '../page/serveTryIt.ts'
import { type ApiParts, pathOf } from '../route.ts'
import { answerClientError } from './answerClientError.ts'
import { boundConnections } from './boundConnections.ts'
import { type Guards, guardRequest } from './guardRequest.ts'
import { handleRoute, serverPath } from './handleRoute.ts'
import { openApi } from './openApi.ts'

/** Bytes that a body may have. */
const bodyLimit = 1024 * 1024

/** Milliseconds, bytes for `maxHeaderSize`, and connections. */
const limits = {
  /** For a request's headers, and for all of it; looked after every `connectionsCheckingInterval`. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 20_000,
  maxHeaderSize: 16 * 1024,
  /** For a connection on which nothing moves at all; event streams send a sign of life more often. */
  connectionTimeout: 60_000,
  mostConnections: 512,
  /** Of these, for event streams and for downloads each. */
  mostHeld: 128,
}

export interface ServerOptions extends ApiParts {
  readonly version: string
  readonly hosts: Guards['hosts']
  readonly origins: Guards['origins']
  readonly token?: string
  /** In place of the usual time limits. */
  readonly limits?: Partial<typeof limits>
  /** Told of every request that was answered. */
  readonly onAnswered?: (request: AnsweredRequest) => void
}

interface AnsweredRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly status: number
  /** Milliseconds. */
  readonly took: number
}

/** Builds the HTTP server: guards, routes, errors. It does not listen yet. */
export function buildServer(options: ServerOptions): FastifyInstance {
  const guards: Guards = {
    hosts: options.hosts,
    origins: options.origins,
    open: new Set(tryItPaths),
    ...(options.token === undefined ? {} : { token: options.token }),
  }
  const { connectionTimeout, mostConnections, mostHeld, ...http } = { ...limits, ...options.limits }
  const server = Fastify({
    bodyLimit,
    http,
    connectionTimeout,
    requestTimeout: http.requestTimeout,
    keepAliveTimeout: http.keepAliveTimeout,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096, ignoreTrailingSlash: true },
    clientErrorHandler: answerClientError,
    // A path that can not be decoded never reaches a hook, so the guards stand here too.
    frameworkErrors: (_error, request, reply) => {
      refuse(guardRequest(request.raw, guards) ?? appError('ROUTE_UNKNOWN'), reply)
    },
  })
  const connections = boundConnections(server.server, { most: mostConnections, held: mostHeld })

  // First of all, before a body is read or a route is looked at.
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(standingHeaders)
    const refused = guardRequest(request.raw, guards)
    if (refused) return refuse(refused, reply)
  })
  // The body has been read by then.
  server.addHook('preValidation', async (request, reply) => connections.answering(request.raw, reply.raw))
  server.addHook('onResponse', async (request, reply) => {
    const { method } = request
    options.onAnswered?.({ method, path: pathOf(request), status: reply.statusCode, took: reply.elapsedTime })
  })
  takeJsonOnly(server)

  for (const route of allRoutes) handleRoute(server, route, options, connections)
  refuseOtherMethods(server)
  const description = openApi(routeGroups, options.version, options.token !== undefined)
  server.get('/api/v1/openapi.json', async () => description)
  serveTryIt(server)

  server.setNotFoundHandler((_, reply) => refuse(appError('ROUTE_UNKNOWN'), reply))
  server.setErrorHandler((error, _, reply) => refuse(explainServerError(error, options.log), reply))
  return server
}

/** One parser, for JSON; an empty body is none. Everything else is answered with 415 by Fastify's own error. */
function takeJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  // RFC 8259 §8.1. Read as anything else, signs that are broken would be spoken, and paid for.
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = utf8.decode(body as Buffer)
      if (text === '') done(null, undefined)
      else parse(request, text, done)
    } catch (error) {
      done(error as Error)
    }
  })
}

const allMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** A path that is there, by a method that is not: 405 says which there are (RFC 9110 §15.5.6). */
function refuseOtherMethods(server: FastifyInstance): void {
  const byPath = Map.groupBy(allRoutes, (route) => serverPath(route.path))
  for (const [url, routes] of byPath) {
    const allowed = routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    const methods = allowed.join(', ')
    server.route({
      method: allMethods.filter((method) => !allowed.includes(method)),
      url,
      // Before a body is read: none can make the call right.
      onRequest: async (_, reply) =>
        refuse(appError('METHOD_NOT_ALLOWED', { methods }), reply.header('allow', methods)),
      handler: async () => undefined,
    })
  }
}
