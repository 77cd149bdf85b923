import { expect, test } from 'vitest'
import { parseScript } from '#shared/script/parseScript.ts'
import { openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { script } from '#tests/fakes/api/startJobs.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'

test('a language that the voice does not speak is told in the answer, and nothing where there is none', async () => {
  const api = await openTestApi()
  const body = { script: 'Ich heiße Anna und komme aus München.', engine: 'builtin' }
  const warnings = [{ message: expect.stringMatching(/^This looks like German/) }]
  expect((await api.ask('/api/v1/generate-shorts', { body })).json).toMatchObject({ warnings })
  expect((await api.ask('/api/v1/voiceover/generate', { body })).json).toMatchObject({ warnings })
})

test('null and an empty text are a field that is left out, as tools send them for blank cells', async () => {
  const api = await openTestApi()
  const body = { script, voice: '', speed: null, background_image_url: '', webhook_url: null }
  const { status, json } = await api.ask('/api/v1/generate-shorts', { body })
  expect(status).toBe(200)
  const { request } = unwrap(await api.service.job({ id: String(json.session_id) }))
  expect(request.spokenAs).toMatchObject({ voice: 'nova', speed: 1 })
})

test('segments come apart from each other, each with a title, voice, speed and background of its own', async () => {
  const api = await openTestApi({ outbound: { allowHosts: [] } })
  const segments = [
    { text: 'An apple a day — pause — keeps [the] doctor away.', title: 'Apples [1]', voice: 'onyx', speed: 1.5 },
    { text: 'A pear.', background_image_url: 'https://example.com/pear.png' },
  ]
  const { status, json } = await api.ask('/api/v1/generate-shorts', { body: { segments } })
  expect({ status, estimated: json.estimated_segments }).toEqual({ status: 200, estimated: 2 })
  const { request } = unwrap(await api.service.job({ id: String(json.session_id) }))
  const [first, second] = parseScript(request.script, request.markup).segments
  expect(first).toMatchObject({
    text: 'An apple a day keeps [the] doctor away.',
    title: 'Apples [1]',
    marks: [
      { kind: 'voice', at: 0, voice: 'onyx' },
      { kind: 'speed', at: 0, speed: 1.5 },
      { kind: 'silence', at: 4, seconds: 0.7 },
    ],
  })
  expect(second).toMatchObject({ text: 'A pear.', marks: [{ background: 'https://example.com/pear.png' }] })
  expect(request.backgrounds).toEqual({
    'https://example.com/pear.png': { kind: 'address', url: 'https://example.com/pear.png' },
  })
})

test('a pronunciation list that is too long, or says nothing, is refused by its name', async () => {
  const api = await openTestApi()
  const entries = Array.from({ length: 201 }, (_, at) => [`word${at}`, 'said'])
  const long = Object.fromEntries(entries)
  const lists = [
    long,
    entries.map(([written, said]) => ({ written, said })),
    { a: '' },
    { a: 'x'.repeat(101) },
    'win',
    [1],
  ]
  for (const pronunciations of lists) {
    for (const path of ['generate-shorts', 'voiceover/generate', 'estimate']) {
      const { status, json } = await api.ask(`/api/v1/${path}`, { body: { script, pronunciations } })
      expect([status, json]).toEqual([400, { success: false, error: expect.stringContaining('pronunciations') }])
    }
  }
})
