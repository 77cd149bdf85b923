import { expect, test } from 'vitest'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { openTestApi, type TestApi } from '#tests/fakes/api/openTestApi.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, reaches } from '#tests/fakes/service/openTestJobService.ts'

const script = 'One is first here. — pause — Two is second there.'

async function start(api: TestApi, kind: 'shorts' | 'voiceover' = 'shorts', body: object = {}): Promise<string> {
  const path = kind === 'shorts' ? '/api/v1/generate-shorts' : '/api/v1/voiceover/generate'
  const { json } = await api.ask(path, { body: { script, ...body } })
  return String(json.session_id)
}

const idsOf = (json: Record<string, unknown>) => (json.jobs as { session_id: string }[]).map((job) => job.session_id)

test('jobs are listed newest first, in pages, filtered by state and kind', async () => {
  const api = await openTestApi()
  const ids: string[] = []
  for (const kind of ['shorts', 'voiceover', 'shorts'] as const) {
    const id = await start(api, kind)
    await ended(api.service, id)
    ids.unshift(id)
  }
  api.runner.held = true
  ids.unshift(await start(api))
  const list = async (query: string) => (await api.ask(`/api/v1/jobs${query}`)).json

  expect(idsOf(await list(''))).toEqual(ids)
  expect((await list('')).next_cursor).toBeNull()
  const first = await list('?limit=3')
  expect(idsOf(first)).toEqual(ids.slice(0, 3))
  expect(idsOf(await list(`?limit=3&cursor=${first.next_cursor}`))).toEqual(ids.slice(3))
  expect(idsOf(await list('?kind=voiceover'))).toEqual([ids[2]])
  expect(idsOf(await list('?state=processing'))).toEqual([ids[0]])
  expect(idsOf(await list('?state=completed&kind=shorts'))).toEqual([ids[1], ids[3]])
  await api.ask(`/api/v1/jobs/${ids[0]}/cancel`, { method: 'POST' })
  expect(idsOf(await list('?state=failed'))).toEqual([ids[0]])
  expect(idsOf(await list('?state=cancelled'))).toEqual([ids[0]])
})

test.each([
  ['?limit=0', "The parameter 'limit' is not right: it must be a whole number"],
  ['?limit=101', "The parameter 'limit' must be at most 100"],
  ['?limit=two', "The parameter 'limit' is not right: it must be a whole number"],
  ['?state=done', "The parameter 'state' must be one of: waiting, running, completed, failed, cancelled, processing"],
  ['?sate=failed', "Unknown parameter 'sate'; did you mean 'state'?"],
  ['?kind=shorts&kind=voiceover', "The parameter 'kind' must be one of: shorts, voiceover"],
])('%s is refused in words', async (query, error) => {
  const api = await openTestApi()
  const { status, json } = await api.ask(`/api/v1/jobs${query}`)
  expect([status, json]).toEqual([400, { success: false, error }])
})

test('a whole job: segments, files, warnings', async () => {
  const api = await openTestApi()
  api.runner.broken.set(2, appError('SPEECH_REFUSED', { reason: words('no') }))
  const id = await start(api)
  await ended(api.service, id)
  const { json } = await api.ask(`/api/v1/jobs/${id}`)
  expect(json).toMatchObject({
    session_id: id,
    kind: 'shorts',
    status: 'failed',
    state: 'failed',
    total_segments: 2,
    finished_segments: 1,
    script,
    segments: [
      { index: 1, state: 'done', text: 'One is first here.' },
      { index: 2, state: 'failed', error: 'The speech service refused the request: no' },
    ],
    files: [{ segment: 1, kind: 'video', file_url: '/download-voiceover/api_Part_1.mp4', size: 18, duration: 1.25 }],
    warnings: [],
  })
  expect(JSON.stringify(json)).not.toContain(api.store.home)
})

test('retry does what failed; there is nothing to retry afterwards', async () => {
  const api = await openTestApi()
  api.runner.broken.set(2, appError('SPEECH_REFUSED', { reason: words('no') }))
  const id = await start(api)
  await ended(api.service, id)
  api.runner.broken.clear()
  const retried = await api.ask(`/api/v1/jobs/${id}/retry`, { method: 'POST', body: {} })
  expect([retried.status, retried.json.status]).toEqual([200, 'processing'])
  await ended(api.service, id)
  expect(api.runner.runs.map((run) => run.made)).toEqual([[1], [2]])
  const again = await api.ask(`/api/v1/jobs/${id}/retry`, { method: 'POST' })
  expect([again.status, again.json]).toEqual([
    409,
    { success: false, error: 'This job is complete; there is nothing left to retry.' },
  ])
})

test('cancel stops; a job that has ended can not be stopped', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await start(api)
  await reaches(api.service, id, (job) => job.state === 'running')
  const cancelled = await api.ask(`/api/v1/jobs/${id}/cancel`, { method: 'POST' })
  expect([cancelled.status, cancelled.json]).toMatchObject([
    200,
    { status: 'failed', state: 'cancelled', error: 'Cancelled' },
  ])
  expect((await api.ask(`/api/v1/jobs/${id}/cancel`, { method: 'POST' })).status).toBe(409)
})

test('delete removes the job, its files and their addresses', async () => {
  const api = await openTestApi()
  const id = await start(api)
  await ended(api.service, id)
  expect((await api.ask('/download-voiceover/api_Part_1.mp4')).status).toBe(200)
  const deleted = await api.ask(`/api/v1/jobs/${id}`, { method: 'DELETE' })
  expect([deleted.status, deleted.json]).toEqual([200, { success: true, session_id: id }])
  for (const path of [`/api/v1/jobs/${id}`, `/api/v1/shorts-status/${id}`, '/download-voiceover/api_Part_1.mp4'])
    expect((await api.ask(path)).status).toBe(404)
})

test('what is not there is 404 by every call', async () => {
  const { ask } = await openTestApi()
  for (const [method, path] of [
    ['GET', '/api/v1/jobs/api_x'],
    ['DELETE', '/api/v1/jobs/api_x'],
    ['POST', '/api/v1/jobs/api_x/cancel'],
    ['POST', '/api/v1/jobs/api_x/retry'],
    ['GET', '/api/v1/jobs/api_x/events'],
    ['GET', '/api/v1/jobs/api_x/deliveries'],
    ['POST', '/api/v1/jobs/api_x/deliveries/y/redeliver'],
  ] as const) {
    const { status, json } = await ask(path, { method })
    expect([path, status, json.success]).toEqual([path, 404, false])
  }
})

test('a full queue answers 429 and says when to come back', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }), queueLimit: 1 })
  await start(api)
  await start(api)
  const { status, headers, json } = await api.ask('/api/v1/generate-shorts', { body: { script } })
  expect([status, json.error]).toEqual([429, expect.stringMatching(/^The queue is full \(1 jobs wait\)/)])
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
})

test('a closing service answers 503 to new jobs, and still tells how the others are', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await start(api)
  void api.service.close(200)
  const { status, headers } = await api.ask('/api/v1/generate-shorts', { body: { script } })
  expect([status, headers['retry-after']]).toEqual([503, expect.stringMatching(/^\d+$/)])
  expect((await api.ask(`/api/v1/shorts-status/${id}`)).status).toBe(200)
  expect((await api.ask('/api/v1/health')).json.status).toBe('closing')
})

test('webhook calls are listed and can be asked for again', async () => {
  const api = await openTestApi()
  const id = await start(api, 'voiceover', { webhook_url: 'https://hooks.example/done' })
  await ended(api.service, id)
  const { json } = await api.ask(`/api/v1/jobs/${id}/deliveries`)
  const [delivery] = json.deliveries as Record<string, unknown>[]
  expect(delivery).toEqual({
    delivery_id: expect.any(String),
    session_id: id,
    url: 'https://hooks.example/done',
    event: 'completed',
    state: 'pending',
    attempts: [],
    created_at: expect.any(String),
    due_at: expect.any(String),
  })
  const path = `/api/v1/jobs/${id}/deliveries/${delivery?.delivery_id}/redeliver`
  expect((await api.ask(path, { method: 'POST' })).json).toMatchObject({ state: 'pending' })
})

test('voices, health', async () => {
  const { ask } = await openTestApi()
  expect((await ask('/api/v1/voices')).json).toEqual({
    voices: expect.arrayContaining([{ name: 'nova', description: 'Clear, professional', recommended: true }]),
    engines: expect.arrayContaining([
      expect.objectContaining({
        engine: 'builtin',
        any_voice: false,
        guide_voices: expect.objectContaining({ nova: 'nova' }),
      }),
    ]),
  })
  const { engines } = (await ask('/api/v1/voices?language=de')).json as {
    engines: { engine: string; voices: { id: string }[] }[]
  }
  expect(engines.find(({ engine }) => engine === 'builtin')?.voices).toEqual([])
  expect(engines.some(({ voices }) => voices.some(({ id }) => id === 'marin'))).toBe(true)
  expect((await ask('/api/v1/voices?language=!')).status).toBe(400)
  expect((await ask('/api/v1/health')).json).toEqual({
    status: 'ok',
    version: '0.0.0',
    engine: 'builtin',
    uptime_seconds: expect.any(Number),
    queue: { running: 0, waiting: 0, concurrency: 1, limit: 10 },
  })
})

test('another method is 405, another path 404, HEAD is GET without a body', async () => {
  const { ask } = await openTestApi()
  const put = await ask('/api/v1/generate-shorts', { method: 'PUT', body: 'not even JSON' })
  expect([put.status, put.headers.allow, put.json.error]).toEqual([405, 'POST', 'This address takes POST only.'])
  expect((await ask('/api/v1/voices', { method: 'POST' })).headers.allow).toBe('GET, HEAD')
  for (const path of ['/api/v2/voices', '/api/v1/none', '/api/v1/jobs/a/b/c', '/%', '/%ff%fe']) {
    const { status, json } = await ask(path)
    expect([path, status, json.success]).toEqual([path, 404, false])
  }
  const head = await ask('/api/v1/voices', { method: 'HEAD' })
  expect([head.status, head.text]).toEqual([200, ''])
})
