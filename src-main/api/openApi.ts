import { z } from 'zod'
import type { Answered, Route } from './route.ts'

type Json = { readonly [key: string]: unknown }

/** The OpenAPI 3.1 description of the routes, derived from their schemas. */
export function openApi(routes: readonly Route[], version: string, needsToken: boolean): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll('*}', '}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
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
    paths,
    components: {
      schemas: componentSchemas(),
      ...(needsToken ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
    },
    ...(needsToken ? { security: [{ token: [] }] } : {}),
  }
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
      Object.entries(route.answers).map(([status, answered]) => [status, response(answered)]),
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
