import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { JobService } from '#app/jobs/jobService.ts'
import type { Log } from '#app/log.ts'
import type { AppError } from '#shared/errors.ts'
import type { Look } from '#shared/look/look.ts'
import type { HeldKind } from './server/boundConnections.ts'

/** What the routes stand on. */
export interface ApiParts {
  readonly service: JobService
  readonly log: Log
  /** A look by its name. */
  readonly findLook: (name: string) => Promise<Look | undefined>
  /** The origin of the address that callers elsewhere use: behind a proxy, or under a name of its own. */
  readonly publicUrl?: string
}

type Schema = z.ZodType | undefined
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined

/** One request, parsed by the route's schemas. */
export interface Call<Params extends Schema, Query extends Schema, Body extends Schema> {
  readonly params: Parsed<Params>
  readonly query: Parsed<Query>
  readonly body: Parsed<Body>
  readonly header: (name: string) => string | undefined
  /** Of this server, as the caller named it: `http://127.0.0.1:4711`. */
  readonly origin: string
  readonly method: string
  readonly parts: ApiParts
  /** For routes that stream. */
  readonly reply: FastifyReply
}

/** What a handler answers: JSON, an error of the catalogue, or that it has answered by itself. */
export type Answer =
  | { readonly status: number; readonly body: unknown }
  | { readonly error: AppError }
  | { readonly streamed: true }

/** One kind of answer, for OpenAPI. */
export interface Answered {
  readonly description: string
  /** JSON of this schema, or bytes of these types; neither: no body. */
  readonly schema?: z.ZodType
  readonly types?: readonly string[]
}

/** One route: what goes in, what comes out, who handles it. OpenAPI and the server are both derived from it. */
export interface RouteOf<Params extends Schema, Query extends Schema, Body extends Schema> {
  /** Name of the operation in OpenAPI. */
  readonly name: string
  readonly summary: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** As OpenAPI writes it: `/api/v1/jobs/{session_id}`. A name that ends in `*` takes the rest of the path. */
  readonly path: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** Request headers that it listens to, with what they are for. */
  readonly headers?: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<number, Answered>>
  /** Statuses of the guide's plain `{ error }` bodies instead of `{ success: false, error }`. */
  readonly plainErrors?: boolean
  /** Its answer may last as long as its caller likes; of each kind only so many are given at a time. */
  readonly holds?: HeldKind
  readonly handle: (call: Call<Params, Query, Body>) => Promise<Answer>
}

export type Route = RouteOf<Schema, Schema, Schema>

/** Routes for one purpose: a tag in OpenAPI, a section of the try-it page. */
export interface RouteGroup {
  readonly name: string
  readonly about: string
  readonly routes: readonly Route[]
}

/** Writes a route with its handler's types taken from its schemas. */
export function route<
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
>(definition: RouteOf<Params, Query, Body>): Route {
  return definition as unknown as Route
}

/** Turns a Result into an Answer. */
export function answer<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError },
  present: (value: T) => unknown,
  status = 200,
): Answer {
  return result.ok ? { status, body: present(result.value) } : { error: result.error }
}

/** The path of a request's address, for logs: its query may hold what is not meant for them. */
export const pathOf = ({ url }: { readonly url: string }) => url.replace(/[?#].*$/s, '')
