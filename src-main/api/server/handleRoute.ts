import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type AppError, appError, type ErrorCode, englishSentence } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { explainInvalid } from '../errors/explainInvalid.ts'
import { refuse } from '../errors/refuse.ts'
import type { ApiParts, Call, Route } from '../route.ts'
import type { Connections } from './boundConnections.ts'

type AnyCall = Call<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>

/** Registers a route: its input is parsed by its schemas, its answer or error sent as JSON. */
export function handleRoute(
  server: FastifyInstance,
  route: Route,
  parts: ApiParts,
  connections: Pick<Connections, 'hold'>,
): void {
  server.route({
    method: route.method === 'GET' ? ['GET', 'HEAD'] : route.method,
    url: serverPath(route.path),
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const call = readCall(route, request, reply, parts)
      const mayHold = route.holds === undefined || connections.hold(route.holds, reply.raw)
      const refusal = mayHold ? undefined : { error: appError('TOO_MANY_HELD') }
      const answered = 'error' in call ? call : (refusal ?? (await route.handle(call)))
      if ('streamed' in answered) return reply
      if (!('error' in answered)) return reply.code(answered.status).send(answered.body)
      const { code } = answered.error
      if (waits.has(code)) reply.header('retry-after', parts.service.retryAfter())
      return refuse(answered.error, reply, route.plainErrors)
    },
  })
}

/** Refusals that pass by themselves. */
const waits: ReadonlySet<ErrorCode> = new Set(['QUEUE_FULL', 'CLOSING', 'TOO_MANY_HELD'])

/** `/jobs/{session_id}` as the router writes it: `/jobs/:session_id`; a rest of the path is `*`. */
export function serverPath(path: string): string {
  return path.replace(/\{(\w+)(\*?)\}/g, (_, name: string, rest: string) => rest || `:${name}`)
}

function readCall(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ApiParts,
): AnyCall | { error: AppError } {
  try {
    return {
      params: parse(route.params, namedParams(route.path, request.params as Record<string, string>), 'parameter'),
      query: parse(route.query, request.query, 'parameter'),
      body: parse(route.body, request.body, 'field'),
      header: (name) => {
        const value = request.headers[name]
        return Array.isArray(value) ? value.join(', ') : value
      },
      origin: originOf(request.headers.host, parts.publicUrl),
      method: request.method,
      parts,
      reply,
    }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return { error: error.why }
  }
}

/** This server's origin as the caller knows it. What a proxy speaks is not in the request. */
function originOf(host: string | undefined, publicUrl: string | undefined): string {
  return publicUrl !== undefined && new URL(publicUrl).host === host?.toLowerCase() ? publicUrl : `http://${host}`
}

class Invalid extends Error {
  readonly why: AppError
  constructor(why: AppError) {
    super(englishSentence(why))
    this.why = why
  }
}

function parse(schema: z.ZodType | undefined, input: unknown, where: 'field' | 'parameter'): unknown {
  if (schema === undefined) return undefined
  // What is no object at all is said once, not field by field.
  if (
    where === 'field' &&
    !schema.isOptional() &&
    (typeof input !== 'object' || input === null || Array.isArray(input))
  )
    throw new Invalid(appError('REQUEST_INVALID', { reason: words('Send a JSON object, such as {"script": "Hello"}') }))
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const parsed = schema.safeParse(where === 'field' ? withoutBlanks(input, names) : input)
  if (parsed.success) return parsed.data
  throw new Invalid(explainInvalid(parsed.error, input, where, names))
}

/** Automation tools send null or an empty text for a cell that is blank: the field is left out then. */
function withoutBlanks(input: unknown, names: readonly string[]): unknown {
  if (typeof input !== 'object' || input === null) return input
  const isBlank = ([name, value]: [string, unknown]) => names.includes(name) && (value === null || value === '')
  return Object.fromEntries(Object.entries(input).filter((field) => !isBlank(field)))
}

/** The router calls the rest of a path `*`; the route has a name for it. */
function namedParams(path: string, params: Readonly<Record<string, string>>): Record<string, string> {
  const rest = /\{(\w+)\*\}/.exec(path)?.[1]
  if (rest === undefined) return { ...params }
  const { '*': value = '', ...others } = params
  return { ...others, [rest]: value }
}
