import fc, { type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { allRoutes } from '#api/allRoutes.ts'
import { createEstimate } from '#app/jobs/estimateJob.ts'
import { ok } from '#shared/result.ts'
import { type EngineName, engines } from '#shared/speech/engines.ts'
import { fromJsonSchema } from '#tests/fakes/api/fromJsonSchema.ts'
import { type Answered, openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { createToneEngine, everyEngine } from '#tests/fakes/media/toneEngine.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  schema: z.record(z.string(), z.unknown()),
})
const Content = z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }) })
const Described = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z.array(Parameter),
        requestBody: z.object({ content: Content }).optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})

const unknownHost = () => Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }))
const speech = everyEngine((name) => createToneEngine({ paid: engines[name].paid }))

/** A server with some jobs in it, and the description it gives of itself. */
async function described() {
  const choose = async (engine: EngineName = 'builtin') => ok(engine)
  const api = await openTestApi({
    runner: fakeRunner({ segmentMs: 0 }),
    concurrency: 20,
    queueLimit: 1_000_000,
    outbound: { allowHosts: [], lookup: unknownHost },
    estimate: createEstimate({ engines: { choose }, speech, speechCache: scratch() }),
  })
  const known: string[] = []
  for (const path of ['/api/v1/generate-shorts', '/api/v1/voiceover/generate']) {
    const { json } = await api.ask(path, {
      body: { script: 'One. — pause — Two.', webhook_url: 'https://hooks.example/' },
    })
    known.push(String(json.session_id))
  }
  const description = Described.parse((await api.ask('/api/v1/openapi.json')).json)
  return { ...api, known, description }
}

/** Changes somewhere in a value: another type, another name, something missing. */
function spoilt(valid: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.tuple(valid, fc.string(), fc.jsonValue(), fc.nat()).map(([value, name, other, at]) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return other
    const keys = Object.keys(value)
    return { ...value, [keys.length > 0 && name.length < 4 ? keys[at % keys.length]! : name]: other }
  })
}

/** Names and addresses that mean something here, in place of generated ones. */
function meaningful(valid: Arbitrary<unknown>): Arbitrary<unknown> {
  return valid.map((value) => {
    const body = { ...(value as Record<string, unknown>) }
    if (typeof body.look === 'string') body.look = 'dusk'
    for (const field of ['background_image_url', 'webhook_url'])
      if (field in body) body[field] = 'https://hooks.example/x'
    return body
  })
}

const pathText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '..',
    '../jobs.sqlite',
    '..\\..',
    '%2e%2e',
    '%',
    '\u0000',
    'a'.repeat(5_000),
    'api_',
    '*',
    'api_Part_1.mp4',
  ),
)

function schemaOf(name: string, status: number) {
  return allRoutes.find((route) => route.name === name)?.answers[status]
}

function check(name: string, answered: Answered, home: string): void {
  const { status, headers, text } = answered
  expect(status, text).toBeLessThan(500)
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node:internal|node_modules/)
  expect(text).not.toContain(home)
  const isJson = String(headers['content-type']).startsWith('application/json')
  if (status < 400) {
    const { schema, types } = schemaOf(name, status) ?? expect.fail(`${name} answers ${status}, which is not described`)
    if (schema && !types) schema.parse(answered.json)
  } else if (status !== 416) {
    expect(isJson, text).toBe(true)
    expect(answered.json.error).toMatch(/\S/)
  }
}

const operations = allRoutes.map((route) => [route.name, route.method, route.path] as const)

test.each(operations)('%s (%s %s): whatever is sent, the answer is in order', async (name) => {
  const { ask, known, description, store } = await described()
  const { schemas } = description.components
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  )
  const { path, method, parameters, requestBody } = operations.find(({ operationId }) => operationId === name)!

  const values = (place: string) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((parameter) => parameter.in === place)
          .map((parameter) => {
            const fitting = fromJsonSchema(parameter.schema, schemas).map(String)
            return [
              parameter.name,
              place === 'path'
                ? fc.oneof(fc.constantFrom(...known), pathText)
                : fc.oneof({ weight: 4, arbitrary: fitting }, fc.string()),
            ]
          }),
      ),
      place === 'path' ? {} : { requiredKeys: [] },
    )
  const fitting = requestBody && fromJsonSchema(requestBody.content['application/json'].schema, schemas)
  const bodies: Arbitrary<unknown> = fitting
    ? fc.oneof(
        { weight: 3, arbitrary: meaningful(fitting) },
        { weight: 1, arbitrary: fitting },
        { weight: 3, arbitrary: spoilt(meaningful(fitting)) },
        fc.jsonValue(),
        fc.string(),
      )
    : fc.constant(undefined)

  await fc.assert(
    fc.asyncProperty(
      values('path'),
      values('query'),
      values('header'),
      bodies,
      async (inPath, inQuery, inHeader, body) => {
        const target = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(toWellFormed(inPath[key])))
        const query = new URLSearchParams(inQuery as Record<string, string>).toString()
        const headers = Object.fromEntries(
          Object.entries(inHeader).map(([key, value]) => [key, String(value).replace(/[^\x20-\x7e]/g, '')]),
        )
        const answered = await ask(query ? `${target}?${query}` : target, { method, body, headers })
        check(name, answered, store.home)
      },
    ),
    { numRuns: 60 },
  )
  expect((await ask('/api/v1/health')).status).toBe(200)
})

const toWellFormed = (text: unknown) => String(text).toWellFormed()

test('the description is whole: every reference leads somewhere, every route is in it', async () => {
  const { ask, description } = await described()
  const { text } = await ask('/api/v1/openapi.json')
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!)
  expect(references.length).toBeGreaterThan(20)
  for (const reference of references) {
    expect(reference).toMatch(/^#\/components\/schemas\/\w+$/)
    expect(description.components.schemas).toHaveProperty(reference.split('/').at(-1)!)
  }
  const names = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  )
  expect(names.sort()).toEqual(allRoutes.map((route) => route.name).sort())
})
