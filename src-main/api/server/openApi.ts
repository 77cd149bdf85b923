import { z } from 'zod'
import type { Answered, Route, RouteGroup } from '../route.ts'
import { Refusal } from '../wire/common.ts'
import { WebhookBody } from '../wire/statuses.ts'

type Json = { readonly [key: string]: unknown }

/** The OpenAPI 3.1 description of the routes, derived from their schemas. */
export function openApi(groups: readonly RouteGroup[], version: string, needsToken: boolean): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const { name, routes } of groups)
    for (const route of routes) {
      const path = route.path.replaceAll('*}', '}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: { tags: [name], ...operation(route) } }
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pausecut API',
      version,
      summary: 'A script becomes narrated, captioned Shorts or one voiceover, rendered on this machine.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: groups.map(({ name, about }) => ({ name, description: about })),
    paths,
    webhooks: { jobEnded: { post: webhookCall() } },
    components: {
      schemas: componentSchemas(),
      ...(needsToken ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
    },
    ...(needsToken ? { security: [{ token: [] }] } : {}),
  }
}

/** What a receiver of webhooks hears, and should answer. */
const webhookCall = (): Json => ({
  summary: 'A job has come to its end; sent to its webhook_url',
  parameters: [
    {
      name: 'x-pausecut-signature',
      in: 'header',
      schema: { type: 'string' },
      description: 't= seconds since 1970, v1= HMAC-SHA256 of "<t>.<body>" in hexadecimal; absent without a secret.',
    },
  ],
  requestBody: requestBody(WebhookBody),
  responses: { '2XX': { description: 'Taken. Anything else is tried again for a day.' } },
})

/** What any call may be answered with before its route is looked at, or when something breaks. */
const otherwise: Answered = {
  description:
    'Turned away: 401 without the token, 403 from other pages, 421 by another name, 503 while too many such calls are held open; or 500, and the log says why.',
  schema: Refusal,
}

function operation(route: Route): Json {
  return {
    operationId: route.name,
    summary: route.summary,
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...Object.entries(route.headers ?? {}).map(([name, description]) => ({
        name,
        in: 'header',
        description,
        schema: { type: 'string' },
      })),
    ],
    ...(route.body ? { requestBody: requestBody(route.body) } : {}),
    responses: Object.fromEntries(
      Object.entries({ ...route.answers, default: otherwise }).map(([status, answer]) => [status, response(answer)]),
    ),
  }
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !field.isOptional(),
    ...(field.description === undefined ? {} : { description: field.description }),
    schema: jsonSchema(field),
  }))
}

function requestBody(schema: z.ZodType): Json {
  return { required: !schema.isOptional(), content: { 'application/json': { schema: reference(schema) } } }
}

function response({ description, schema, types }: Answered): Json {
  if (types) {
    const binary = schema ? reference(schema) : {}
    return { description, content: Object.fromEntries(types.map((type) => [type, { schema: binary }])) }
  }
  return schema ? { description, content: { 'application/json': { schema: reference(schema) } } } : { description }
}

const componentPath = (id: string) => `#/components/schemas/${id}`

function reference(schema: z.ZodType): Json {
  const id = schema.meta()?.id
  return id === undefined ? jsonSchema(schema) : { $ref: componentPath(id) }
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

/** Every schema that has an id, once. */
function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { io: 'input', unrepresentable: 'any', uri: componentPath })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]))
}
