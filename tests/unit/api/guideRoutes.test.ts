import { expect, test } from 'vitest'
import { appError } from '#shared/errors.ts'
import { Look, withCaptions } from '#shared/look/look.ts'
import { builtInLook } from '#shared/look/looks.ts'
import { words } from '#shared/phrases.ts'
import { openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { script, shorts, voiceover } from '#tests/fakes/api/startJobs.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, reaches, unwrap } from '#tests/fakes/service/openTestJobService.ts'

test('generate-shorts answers 200 with everything the guide shows', async () => {
  const api = await openTestApi()
  const { status, json } = await api.ask('/api/v1/generate-shorts', { body: { script, voice: 'nova', speed: 1.2 } })
  expect(status).toBe(200)
  expect(json).toEqual({
    success: true,
    session_id: expect.stringMatching(/^api_[0-9a-f]{8}-[0-9a-f-]{27}$/),
    status: 'processing',
    message: 'YouTube Shorts generation started successfully',
    estimated_segments: 3,
    status_url: `/api/v1/shorts-status/${json.session_id}`,
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  })
})

test('a shorts status while processing', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await shorts(api)
  await reaches(api.service, id, (job) => job.progress > 0)
  const { status, json } = await api.ask(`/api/v1/shorts-status/${id}`)
  expect(status).toBe(200)
  expect(json).toEqual({
    session_id: id,
    status: 'processing',
    progress: 30,
    message: "Generating video 1 of 3: Welcome to today's market...",
    current_segment: 1,
    total_segments: 3,
    created_at: expect.any(String),
    updated_at: expect.any(String),
  })
})

test('a shorts status when it is completed', async () => {
  const api = await openTestApi()
  const id = await shorts(api)
  await ended(api.service, id)
  const { json } = await api.ask(`/api/v1/shorts-status/${id}`)
  const video = (index: number, duration: number) => ({
    index,
    file_url: `/download-voiceover/api_Part_${index}.mp4`,
    duration,
    format: 'mp4',
    download_name: `api_Part_${index}.mp4`,
  })
  expect(json).toEqual({
    session_id: id,
    status: 'completed',
    progress: 100,
    message: 'Successfully generated 3 YouTube Shorts videos!',
    current_segment: 3,
    total_segments: 3,
    zip_url: `/download-voiceover/api_shorts_${id.slice(4, 12)}_0123abcd.zip`,
    count: 3,
    videos: [video(1, 1.3), video(2, 2.5), video(3, 3.8)],
    created_at: expect.any(String),
    updated_at: expect.any(String),
  })
})

test('a shorts status when it has failed lists what is done and why the rest failed', async () => {
  const api = await openTestApi()
  api.runner.broken.set(2, appError('SPEECH_REFUSED', { reason: words('no') }))
  const id = await shorts(api)
  await ended(api.service, id)
  const { json } = await api.ask(`/api/v1/shorts-status/${id}`)
  expect(json).toMatchObject({
    status: 'failed',
    message: 'Generation failed: 1 of 3 videos could not be made',
    error: 'The speech service refused the request: no',
    total_segments: 3,
    count: 2,
    videos: [{ index: 1 }, { index: 3 }],
    failed_segments: [{ index: 2, error: 'The speech service refused the request: no' }],
  })
})

test('a cancelled job has failed, with the error "Cancelled" and the guide’s fields only', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await shorts(api)
  await api.ask(`/api/v1/jobs/${id}/cancel`, { method: 'POST' })
  expect((await api.ask(`/api/v1/shorts-status/${id}`)).json).toEqual({
    session_id: id,
    status: 'failed',
    progress: expect.any(Number),
    message: 'Generation failed: Cancelled',
    error: 'Cancelled',
    created_at: expect.any(String),
    updated_at: expect.any(String),
  })
})

test('a waiting job is processing, with its place in the queue', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  await shorts(api)
  const id = await shorts(api)
  expect((await api.ask(`/api/v1/shorts-status/${id}`)).json).toMatchObject({
    status: 'processing',
    progress: 0,
    message: 'Waiting for its turn, place 1 in the queue',
  })
})

test('voiceover/generate answers 202 with everything the guide shows', async () => {
  const api = await openTestApi()
  const { status, json } = await api.ask('/api/v1/voiceover/generate', { body: { script } })
  expect(status).toBe(202)
  expect(json).toEqual({
    success: true,
    session_id: expect.stringMatching(/^api_voiceover_[0-9a-f]{8}-[0-9a-f-]{27}$/),
    message: 'Voiceover generation started',
    status_url: `/api/v1/voiceover/status/${json.session_id}`,
  })
})

test('a voiceover status echoes what was asked for, while processing and when completed', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await voiceover(api, { voice: 'onyx', speed: 1.5, format: 'wav' })
  const echo = { script, voice: 'onyx', speed: 1.5, format: 'wav', created_at: expect.any(String) }
  await reaches(api.service, id, (job) => job.progress > 0)
  expect((await api.ask(`/api/v1/voiceover/status/${id}`)).json).toEqual({
    session_id: id,
    status: 'processing',
    progress: 90,
    message: 'Making 1',
    ...echo,
  })
  api.runner.held = false
  await ended(api.service, id)
  const filename = `voiceover_${id.slice(14, 22)}.wav`
  expect((await api.ask(`/api/v1/voiceover/status/${id}`)).json).toEqual({
    session_id: id,
    status: 'completed',
    progress: 100,
    message: 'Voiceover generation completed successfully!',
    result: {
      file_url: `${api.origin}/download-voiceover/${filename}`,
      filename,
      duration: 1.3,
      format: 'wav',
      file_size: expect.stringMatching(/^\d+ bytes$/),
    },
    ...echo,
  })
})

test('a failed voiceover has the guide’s fields', async () => {
  const api = await openTestApi()
  api.runner.broken.set(1, appError('SPEECH_REFUSED', { reason: words('no') }))
  const id = await voiceover(api)
  await ended(api.service, id)
  expect((await api.ask(`/api/v1/voiceover/status/${id}`)).json).toEqual({
    session_id: id,
    status: 'failed',
    progress: 90,
    message: 'Generation failed: The speech service refused the request: no',
    error: 'The speech service refused the request: no',
    created_at: expect.any(String),
  })
})

test('a session is known by its own kind of status call only', async () => {
  const api = await openTestApi()
  const [short, long] = [await shorts(api), await voiceover(api)]
  for (const path of [
    `/api/v1/shorts-status/${long}`,
    `/api/v1/voiceover/status/${short}`,
    '/api/v1/shorts-status/api_x',
    '/api/v1/voiceover/status/..%2F..%2Fjobs.sqlite',
  ]) {
    const { status, json } = await api.ask(path)
    expect([path, status, json]).toEqual([path, 404, { success: false, error: 'Session not found' }])
  }
})

test('how to speak reaches the job as one value, and its look is finished', async () => {
  const api = await openTestApi()
  const requestOf = async (body: object) =>
    unwrap(await api.service.job({ id: await shorts(api, { script, ...body }) })).request
  const how = { voice: 'onyx', speed: 1.2, engine: 'openai', model: 'tts-1', instructions: 'Calmly.' }
  expect((await requestOf(how)).spokenAs).toEqual(how)
  expect((await requestOf({})).spokenAs).toEqual({ voice: 'nova', speed: 1, engine: 'builtin' })
  const list = [{ written: 'Nguyen', said: 'win' }]
  for (const pronunciations of [{ Nguyen: 'win' }, list]) {
    expect((await requestOf({ pronunciations })).spokenAs.pronunciations).toEqual(list)
  }
  const paper = builtInLook('paper')!.look
  expect((await requestOf({ look: 'paper', captions: 'boxed' })).look).toEqual(withCaptions(paper, 'boxed'))
  const { look } = await requestOf({ look: { dim: 0.5 }, captions: 'off' })
  expect(look).toEqual(withCaptions(Look.parse({ dim: 0.5 }), 'off'))
})

test.each([
  [{}, 'Script is required'],
  [{ script: '' }, 'Script is required'],
  [{ script: null }, 'Script is required'],
  [{ script: '  — pause —  ' }, 'Script is required'],
  [{ script, voice: 'invalid_voice' }, 'Invalid voice. Available voices: nova, alloy, echo, fable, onyx, shimmer'],
  [{ script, voice: 7 }, 'Invalid voice. Available voices: nova, alloy, echo, fable, onyx, shimmer'],
  [{ script, speed: 0.2 }, 'Speed must be between 0.25 and 4.0'],
  [{ script, speed: 4.1 }, 'Speed must be between 0.25 and 4.0'],
  [{ script, format: 'avi' }, "Format 'avi' not supported. Use: mp3, wav, mp4"],
  [{ script, speed: '1.2' }, "The field 'speed' must be a number, not text; write 1.2 without quotes"],
  [{ script: 5 }, "The field 'script' must be text, not a number"],
  [{ script: 'a'.repeat(100_001) }, /^The script has 100001 characters and 100000 are the most/],
  [{ script, voise: 'nova' }, "Unknown field 'voise'; did you mean 'voice'?"],
  [{ script, colour: 'red' }, /^Unknown field 'colour'; known are: script, voice, speed, /],
  [{ script, look: 'no such look' }, /^There is no look 'no such look'/],
  [{ script, look: { background: { kind: 'picture', file: '/etc/passwd' } } }, /^The field 'look\.background\.kind'/],
  [{ script, look: { logo: { file: '/etc/passwd' } } }, "Unknown field 'look.logo'"],
  [{ script, look: { dim: 2 } }, "The field 'look.dim' must be at most 1"],
  [{ script: '', voice: 'nova' }, 'Script is required'],
  [{ segments: [] }, "The field 'segments' must have at least 1 entry"],
  [
    { segments: [{ text: 'One.', voice: 'bob' }] },
    /^The script asks for the voice 'bob', which there is not; the voices are nova/,
  ],
  [{ segments: [{ text: 'One.', speed: 9 }] }, "The field 'segments.0.speed' must be at most 4"],
  [{ script, segments: [{ text: 'One.' }] }, "Send either 'script' or 'segments', not both"],
  [{ segments: [{ text: '[look: gone] One.' }] }, /^There is no look 'gone'/],
  [{ segments: [{ text: '[background: /etc/passwd] One.' }] }, /^The script asks for the background '\/etc\/passwd'/],
  [{ script, instructions: 7 }, "The field 'instructions' must be text, not a number"],
  [{ script, engine: 'siri' }, "The field 'engine' must be one of: system, builtin, natural, openai"],
  [{ script, webhook_url: 'http://localhost/hook' }, /^The address of the webhook may not be used: /],
  [{ script, background_image_url: 'ftp://x/y' }, /^The address of the background picture may not be used: /],
])('%j is refused with 400 in words', async (body, error) => {
  const api = await openTestApi()
  const { status, json } = await api.ask('/api/v1/voiceover/generate', { body })
  expect(json.error).toEqual(typeof error === 'string' ? error : expect.stringMatching(error))
  expect(Object.keys(json)).toEqual(['success', 'error'])
  expect([status, json.success]).toEqual([400, false])
})

test('shorts have no format', async () => {
  const api = await openTestApi()
  const { status, json } = await api.ask('/api/v1/generate-shorts', { body: { script, format: 'mp3' } })
  expect([status, json.error]).toEqual([400, expect.stringMatching(/^Unknown field 'format'/)])
})

test('100,000 characters are taken', async () => {
  const api = await openTestApi()
  const { status } = await api.ask('/api/v1/voiceover/generate', { body: { script: 'é€ 😀 '.repeat(16_666) } })
  expect(status).toBe(202)
})

test('the same Idempotency-Key and body give the same answer, another body 409', async () => {
  const api = await openTestApi()
  const asking = (body: object) => ({ body, headers: { 'idempotency-key': 'order-7' } })
  const first = await api.ask('/api/v1/generate-shorts', asking({ script, speed: 1.2 }))
  const again = await api.ask('/api/v1/generate-shorts', asking({ speed: 1.2, script }))
  expect(again.status).toBe(200)
  expect(again.json).toEqual(first.json)
  const other = await api.ask('/api/v1/generate-shorts', asking({ script }))
  expect([other.status, other.json.success]).toEqual([409, false])
  const elsewhere = await api.ask('/api/v1/voiceover/generate', asking({ script, speed: 1.2 }))
  expect(elsewhere.status).toBe(409)
  const empty = await api.ask('/api/v1/generate-shorts', { body: { script }, headers: { 'idempotency-key': '' } })
  expect(empty.status).toBe(400)
})
