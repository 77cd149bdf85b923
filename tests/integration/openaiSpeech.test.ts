import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createOpenAiSpeech, type OpenAiSpeechOptions } from '#engines/speech/openai/openaiSpeech.ts'
import type { SpeechRequest } from '#ports/SpeechEngine.ts'
import { englishSentence } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'
import type { Delivery } from '#shared/speech/spokenAs.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { type Fault, type SpeechServer, startSpeechServer } from '#tests/fakes/api/speechServer.ts'

const key = 'sk-proj-Secret0123456789'
const text = 'Apple reported strong earnings today, and the market rose.'
const as: Delivery = { voice: 'nova', speed: 1, model: 'tts-1' }
const request: SpeechRequest = { text, as }
const never = new AbortController().signal

let server: SpeechServer
let waits: number[]
beforeAll(async () => {
  server = await startSpeechServer({ key })
})
beforeEach(() => {
  server.reset()
  waits = []
})
afterAll(() => server.close())

const engine = (options: Partial<OpenAiSpeechOptions> = {}) =>
  createOpenAiSpeech({
    key: async () => ok(key),
    baseUrl: () => server.url,
    decoder: soundDecoder,
    patience: { attempts: 3, sleep: async (milliseconds) => void waits.push(milliseconds) },
    ...options,
  })

const speak = (options: Partial<OpenAiSpeechOptions> = {}, signal: AbortSignal = never, more: Partial<Delivery> = {}) =>
  engine(options).speak({ text, as: { ...as, ...more } }, signal)

/** Speaks once while the server goes wrong in these ways, and gives the error's code or the seconds of sound. */
async function outcome(...faults: Fault[]): Promise<string | number> {
  server.fail(...faults)
  const spoken = await speak({ silence: faults.some((fault) => fault === 'hang' || fault === 'stall') ? 700 : 20_000 })
  return spoken.ok ? spoken.value.samples.length / spoken.value.sampleRate : spoken.error.code
}

test('speaks real sound at 24 kHz, asked for with the key in the header alone', async () => {
  const spoken = await speak()
  if (!spoken.ok) throw new Error(englishSentence(spoken.error))
  expect(spoken.value.sampleRate).toBe(24_000)
  expect(spoken.value.samples.length).toBeGreaterThan(2 * 24_000)
  expect(Math.max(...spoken.value.samples)).toBeGreaterThan(0.1)
  expect(server.requests).toEqual([
    {
      authorization: `Bearer ${key}`,
      body: { input: text, model: 'tts-1', voice: 'nova', response_format: 'wav' },
    },
  ])
})

test('speed goes to the models that take it; for gpt-4o-mini-tts the sound is stretched, its pitch kept', async () => {
  await speak({}, never, { speed: 1.5 })
  expect(server.requests[0]?.body.speed).toBe(1.5)

  const gpt = { model: 'gpt-4o-mini-tts', instructions: 'Speak warmly.' }
  const slow = await speak({}, never, gpt)
  const quick = await speak({}, never, { ...gpt, speed: 1.5 })
  if (!slow.ok || !quick.ok) throw new Error('not spoken')
  expect(server.requests[2]?.body).toEqual({ ...server.requests[1]?.body, instructions: 'Speak warmly.' })
  expect(quick.value.samples.length).toBe(Math.round(slow.value.samples.length / 1.5))
})

test('instructions are kept from the models that refuse them', async () => {
  await speak({}, never, { instructions: 'Speak warmly.' })
  expect(server.requests[0]?.body.instructions).toBeUndefined()
})

test('sound of local servers, without a key', async () => {
  const local = await startSpeechServer({ wav: 'exact' })
  const spoken = await speak({ baseUrl: () => local.url, key: async () => ok(null) })
  await local.close()
  if (!spoken.ok) throw new Error(englishSentence(spoken.error))
  expect(spoken.value.samples.length).toBeGreaterThan(2 * 24_000)
  expect(local.requests[0]?.authorization).toBeUndefined()
})

test.each<[string, Fault]>([
  ['429', { status: 429 }],
  ['500', { status: 500 }],
  ['503', { status: 503, body: { message: 'overloaded' } }],
  ['a hang', 'hang'],
  ['a stall half-way', 'stall'],
  ['a connection cut half-way', 'cut'],
  ['a truncated file', 'truncate'],
  ['a refused connection', 'refuse'],
  ['silence', 'silence'],
])('%s is tried again, and the third time it works', async (_, fault) => {
  expect(await outcome(fault, fault)).toBeGreaterThan(2)
  expect(server.requests).toHaveLength(3)
  expect(waits).toHaveLength(2)
})

test('a slow trickle is not a hang', async () => {
  expect(await outcome('trickle')).toBeGreaterThan(2)
  expect(server.requests).toHaveLength(1)
})

test.each<[string, string, Fault]>([
  ['429', 'SPEECH_BUSY', { status: 429 }],
  ['500', 'SPEECH_FAILED', { status: 500 }],
  ['503 in words', 'SPEECH_BUSY', { status: 503, body: { message: 'Overloaded' } }],
  ['a hang', 'SPEECH_UNREACHABLE', 'hang'],
  ['a refused connection', 'SPEECH_UNREACHABLE', 'refuse'],
  ['a cut connection', 'SPEECH_BAD_ANSWER', 'cut'],
  ['a truncated file', 'SPEECH_BAD_ANSWER', 'truncate'],
])('%s three times is %s', async (_, code, fault) => {
  expect(await outcome(fault, fault, fault)).toBe(code)
  expect(server.requests).toHaveLength(3)
})

const refusal = (status: number, body?: unknown): Fault => ({ status, body })
test.each<[string, string, Fault]>([
  ['401', 'KEY_REFUSED', refusal(401, { message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' })],
  [
    'no quota',
    'SPEECH_NO_CREDIT',
    refusal(429, { message: 'x', type: 'insufficient_quota', code: 'insufficient_quota' }),
  ],
  [
    'no balance',
    'SPEECH_NO_CREDIT',
    refusal(429, { message: 'x', type: 'insufficient_quota', code: 'credit_balance_exhausted' }),
  ],
  ['402', 'SPEECH_NO_CREDIT', refusal(402)],
  ['400', 'SPEECH_REFUSED', refusal(400, { message: 'Bad words' })],
  ['404 in words', 'SPEECH_NOT_THERE', refusal(404, { message: 'The model does not exist' })],
  ['404 without words', 'SPEECH_NOT_THERE', refusal(404)],
  ['a web page', 'SPEECH_BAD_ANSWER', 'page'],
])('%s fails at once with %s', async (_, code, fault) => {
  expect(await outcome(fault)).toBe(code)
  expect(server.requests).toHaveLength(1)
})

test('the service’s reason reaches the person as one line', async () => {
  server.fail(refusal(400, { message: `Your request\nwas <b>refused</b> with ${key}` }))
  const spoken = await speak()
  expect(spoken.ok || englishSentence(spoken.error)).toBe(
    'The speech service refused the request: Your request was refused with (key)',
  )
})

// A date is a minute from when it is sent, and may be read some seconds later.
test.each<[string, () => Record<string, string>, number]>([
  ['seconds', () => ({ 'retry-after': '7' }), 7000],
  ['milliseconds', () => ({ 'retry-after-ms': '1500', 'retry-after': '2' }), 1500],
  ['a date', () => ({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() }), 40_000],
])('Retry-After in %s is waited for', async (_, headers, least) => {
  expect(await outcome({ status: 429, headers: headers() })).toBeGreaterThan(2)
  expect(waits[0]).toBeGreaterThanOrEqual(least)
  expect(waits[0]).toBeLessThan(least + 30_000)
})

test('a service that asks for an hour is not waited for', async () => {
  expect(await outcome({ status: 429, headers: { 'retry-after': '3600' } })).toBe('SPEECH_BUSY')
  expect(waits).toEqual([])
})

test('nobody at the address', async () => {
  const spoken = await speak({ baseUrl: () => 'http://127.0.0.1:9/v1' })
  expect(spoken).toMatchObject({ ok: false, error: { code: 'SPEECH_UNREACHABLE' } })
  expect(spoken.ok || englishSentence(spoken.error)).toContain('127.0.0.1:9 could not be reached after 3 attempts')
})

test.each(['no address', 'http://user:word@127.0.0.1:9/v1'])(
  'an address that can not be asked: %s',
  async (baseUrl) => {
    const spoken = await speak({ baseUrl: () => baseUrl })
    expect(spoken).toMatchObject({ ok: false, error: { code: 'SPEECH_UNREACHABLE' } })
    expect(inspect(spoken)).not.toContain('word')
  },
)

test('OpenAI itself is not asked without a key', async () => {
  const spoken = await createOpenAiSpeech({ key: async () => ok(null), decoder: soundDecoder }).speak(request, never)
  expect(spoken).toMatchObject({ ok: false, error: { code: 'KEY_MISSING' } })
})

test.each<[string, Fault[]]>([
  ['before an answer', ['hang']],
  ['half-way', ['stall']],
  ['between attempts', [{ status: 429, headers: { 'retry-after': '60' } }]],
])('aborting %s ends it at once', async (_, faults) => {
  server.fail(...faults)
  const stop = new AbortController()
  const spoken = engine({ patience: {} }).speak(request, stop.signal)
  setTimeout(() => stop.abort(), 400)
  expect(await spoken).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(server.requests).toHaveLength(1)
})

test('the key is in no error, no detail and no log', async () => {
  const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  )
  vi.stubEnv('OPENAI_LOG', 'debug')
  const results: unknown[] = []
  const secrets = [key, 'sk-with a\nline end', 'wrong-key']
  for (const secret of secrets) {
    const mine = { key: async () => ok(secret) }
    const answers = [401, 400, 500].map((status) => refusal(status, { message: `Key ${secret}, ${key}` }))
    for (const fault of [...answers, 'cut', 'page'] as const) {
      server.reset()
      server.fail(fault, fault, fault)
      results.push(await speak(mine))
    }
    results.push(await speak({ ...mine, baseUrl: () => 'http://127.0.0.1:9/v1' }))
  }
  const said = logs.flatMap((log) => log.mock.calls)
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  expect(results).toHaveLength(18)
  expect(said).toEqual([])
  const all = inspect(results, { depth: 20, maxStringLength: Number.POSITIVE_INFINITY })
  for (const secret of secrets) expect(all).not.toContain(secret.slice(0, 9))
})

test('cuts by 4,096 characters, and by 2,000 tokens where the model counts them', () => {
  const chinese = '科技公司季度業績超出分析師預期。'.repeat(250)
  const openai = engine({ baseUrl: () => undefined })
  expect(openai.cut(chinese, as)).toHaveLength(1)
  expect(openai.cut(chinese, { ...as, model: 'gpt-4o-mini-tts' }).length).toBeGreaterThan(1)
  expect(openai.cut(chinese, { voice: 'nova', speed: 1 }).length).toBeGreaterThan(1)
})

test('for other servers it cuts by 800', () => {
  const pieces = engine().cut('One sentence of some words. '.repeat(200), as)
  expect(pieces.length).toBeGreaterThan(6)
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(800)
})
