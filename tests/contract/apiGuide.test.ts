import { expect, test } from 'vitest'
import type { z } from 'zod'
import { allRoutes } from '#api/allRoutes.ts'
import { scriptLimit, speedRange } from '#shared/domain.ts'
import { catalogue } from '#shared/errors.ts'
import { formatSize } from '#shared/format.ts'
import { guideVoiceNames, guideVoices } from '#shared/speech/engines.ts'
import { type GuideBlock, guideBlocks, guideClients, guideEndpoints, guideSection } from '#tests/fakes/api/apiGuide.ts'
import { openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, reaches } from '#tests/fakes/service/openTestJobService.ts'

// Guide, schemas, routes and answers must say the same. The guide's clients run in tests/integration/api.

const route = (name: string) => allRoutes.find((candidate) => candidate.name === name)!
const json = guideBlocks().filter(({ language }) => language === 'json')

/** The guide's examples, and the schemas that must take each of them as it stands. */
const meant: [heading: string, lead: RegExp, schema: z.ZodType][] = [
  ['1. Generate YouTube Shorts', /Request/, route('generateShorts').body!],
  ['1. Generate YouTube Shorts', /Response/, route('generateShorts').answers[200]!.schema!],
  ['2. Check Generation Status', /Response/, route('shortsStatus').answers[200]!.schema!],
  ['3. Generate Regular Format Voiceover', /Request/, route('generateVoiceover').body!],
  ['3. Generate Regular Format Voiceover', /Response/, route('generateVoiceover').answers[202]!.schema!],
  ['4. Check Voiceover Status', /Response/, route('voiceoverStatus').answers[200]!.schema!],
  ['Common Error Responses', /./, route('generateShorts').answers[400]!.schema!],
]

const schemaFor = (block: GuideBlock) =>
  meant.find(([heading, lead]) => heading === block.heading && lead.test(block.lead))?.[2]

test('every endpoint of the guide is a route', () => {
  const endpoints = guideEndpoints()
  expect(endpoints).toHaveLength(5)
  for (const { method, path } of endpoints)
    expect(allRoutes.map((each) => `${each.method} ${each.path.replace('*}', '}')}`)).toContain(`${method} ${path}`)
})

test('every example of the guide fits the schema of its route, and there is none without one', () => {
  const examples = json.filter(({ heading }) => heading !== '5. Direct Download')
  expect(examples).toHaveLength(13)
  for (const block of examples) {
    const schema = schemaFor(block)
    expect(schema, `${block.heading}, ${block.lead}`).toBeDefined()
    expect(() => schema?.parse(JSON.parse(block.content)), block.content).not.toThrow()
  }
})

test('a field that the guide does not have is no part of its answers', () => {
  for (const block of json.filter(({ lead }) => /Response/.test(lead))) {
    const schema = schemaFor(block)
    if (!schema) continue
    expect(schema.safeParse({ ...JSON.parse(block.content), invented: 1 }).success).toBe(false)
  }
})

test('the download errors are the guide’s, with its statuses', () => {
  const block = json.find(({ heading }) => heading === '5. Direct Download')
  const errors = [...(block?.content ?? '').matchAll(/"error": "(.+)"\n\}\n\/\/ Status: (\d+)/g)]
  expect(errors).toHaveLength(5)
  const known = Object.values(catalogue).map(
    ({ message, status }) => `${status} ${message.replace('{reason}', '[specific error message]')}`,
  )
  for (const [, error, status] of errors) expect(known).toContain(`${status} ${error}`)
})

test('the common errors are the guide’s', async () => {
  const { ask } = await openTestApi()
  const errors = json
    .filter(({ heading }) => heading === 'Common Error Responses')
    .map(({ content }) => JSON.parse(content))
  const bodies = [{}, { script: 'a', voice: 'invalid_voice' }, { script: 'a', speed: 9 }]
  for (const [index, body] of bodies.entries())
    expect((await ask('/api/v1/generate-shorts', { body })).json).toEqual(errors[index])
})

test('voices, speeds and names are the guide’s', () => {
  const voices = [...guideSection('Voice Options').matchAll(/^- `(\w+)`(?: \(recommended\))? - (.+?)\s*$/gm)]
  expect(voices.map(([, name]) => name)).toEqual(guideVoiceNames)
  expect(Object.fromEntries(voices.map(([, name, words]) => [name, words]))).toEqual(guideVoices)
  const [, least, most] = /`([\d.]+)` to `([\d.]+)`/.exec(guideSection('Speed Options')) ?? []
  expect({ min: Number(least), max: Number(most) }).toEqual(speedRange)
  expect(scriptLimit).toBeGreaterThanOrEqual(4000)
})

test('what the server answers has the fields of the guide’s examples, no more and no fewer, in their order', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }), concurrency: 4 })
  const example = (heading: string, lead: string): Record<string, unknown> =>
    JSON.parse(json.find((block) => block.heading === heading && block.lead.includes(lead))?.content ?? 'null')
  const calls = [
    ['/api/v1/generate-shorts', '1. Generate YouTube Shorts', '2. Check Generation Status'],
    ['/api/v1/voiceover/generate', '3. Generate Regular Format Voiceover', '4. Check Voiceover Status'],
  ] as const
  const { script } = example('1. Generate YouTube Shorts', 'Request')
  const compare = (answered: unknown, expected: unknown) =>
    expect(Object.keys(answered as object)).toEqual(Object.keys(expected as object))

  for (const [path, call, status] of calls) {
    const started = (await api.ask(path, { body: { script } })).json
    const expected = example(call, 'Response')
    compare(started, expected)
    expect(started.message).toBe(expected.message)
    if ('estimated_segments' in expected) expect(started.estimated_segments).toBe(expected.estimated_segments)

    const id = String(started.session_id)
    const now = async () => (await api.ask(String(started.status_url))).json
    await reaches(api.service, id, (job) => job.state === 'running')
    compare(await now(), example(status, 'Processing'))
    await api.service.cancelJob({ id })
    compare(await now(), example(status, 'Failed'))
    api.runner.held = false
    await api.service.retryJob({ id })
    await ended(api.service, id)
    const [done, guideDone] = [await now(), example(status, 'Completed')]
    compare(done, guideDone)
    expect(done.message).toBe(guideDone.message)
    if (guideDone.result) compare(done.result, guideDone.result)
    else compare((done.videos as unknown[])[0], (guideDone.videos as unknown[])[0])
    api.runner.held = true
  }
})

test('sizes are written as in the guide', () => {
  expect(formatSize(12_800_000)).toBe('12.8 MB')
})

test('the guide has four clients, and they are taken as they stand', () => {
  const clients = guideClients('http://127.0.0.1:1', 'http://127.0.0.1:2')
  expect(clients.map(({ language }) => language)).toEqual(['python', 'python', 'javascript', 'javascript'])
  for (const { program } of clients) expect(program).not.toMatch(/your-domain\.com|example\.com/)
})
