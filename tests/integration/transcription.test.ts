import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type TranscriptionService, withTranscription } from '#engines/transcription/withTranscription.ts'
import type { Aligner, Alignment } from '#ports/Aligner.ts'
import type { SpeechFault } from '#shared/domain.ts'
import { ok } from '#shared/result.ts'
import { parseWav } from '#shared/wav.ts'

const text = '你好，世界。 再见。'
const sound = { samples: new Float32Array(24_000).fill(0.1), sampleRate: 24_000 }
const never = new AbortController().signal
const shares: Alignment = {
  words: [
    { text: '你好，世界。', start: 0, end: 0.6 },
    { text: '再见。', start: 0.6, end: 1 },
  ],
  timing: 'shares',
  language: 'zh',
  fallback: 'language',
}
const words = ['你好', '世界', '再见'].map((word, at) => ({ word, start: at / 4, end: at / 4 + 0.2 }))

type Answer = { readonly status: number; readonly body: unknown } | 'hang' | 'refuse'

/** A server that answers each request in one of these ways, and notes what it was asked. */
async function startServer(...answers: Answer[]) {
  const received: { authorization: string | null; form: FormData }[] = []
  const server = createServer(async (incoming, response) => {
    const body = Buffer.concat(await incoming.toArray())
    const headers = { 'content-type': incoming.headers['content-type'] ?? '' }
    received.push({
      authorization: incoming.headers.authorization ?? null,
      form: await new Response(body, { headers }).formData(),
    })
    expect([incoming.method, incoming.url]).toEqual(['POST', '/v1/audio/transcriptions'])
    const answer = answers.shift()
    if (answer === 'hang') return
    if (answer === 'refuse' || !answer) return incoming.socket.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, received }
}

const lost: Aligner = { version: 'lost', align: async () => ok(shares), close: async () => {} }

async function listen(baseUrl: string, signal = never, more: Partial<TranscriptionService> = {}, first = lost) {
  const service = { baseUrl, model: 'whisper-1', key: async () => ok('sk-secret'), ...more }
  const patience = { attempts: 2, sleep: async () => {} }
  return withTranscription(first, () => ({ patience, ...service })).align(text, sound, signal)
}

test('a language that the aligner does not speak is heard by the service', async () => {
  const { baseUrl, received } = await startServer({ status: 200, body: { text: '', words } })
  expect(await listen(baseUrl)).toMatchObject({
    ok: true,
    value: {
      timing: 'transcribed',
      words: [
        { text: '你好，世界。', start: 0, end: 0.45 },
        { text: '再见。', start: 0.5, end: 0.7 },
      ],
    },
  })
  const { authorization, form } = received[0]!
  expect(authorization).toBe('Bearer sk-secret')
  const { file, ...fields } = Object.fromEntries(form)
  expect(fields).toEqual({
    model: 'whisper-1',
    language: 'zh',
    response_format: 'verbose_json',
    'timestamp_granularities[]': 'word',
  })
  const sent = parseWav(new Uint8Array(await (file as File).arrayBuffer()))
  expect(sent).toMatchObject({ sampleRate: 24_000 })
  expect('code' in sent ? 0 : sent.samples.length).toBe(24_000)
})

test('it is not asked where the aligner knows, nor where nobody wants it', async () => {
  const { baseUrl, received } = await startServer()
  const sure: Aligner = { ...lost, align: async () => ok({ ...shares, timing: 'aligned' }) }
  expect(await listen(baseUrl, never, {}, sure)).toMatchObject({ value: { timing: 'aligned' } })
  expect(await withTranscription(lost, () => undefined).align(text, sound, never)).toEqual(ok(shares))
  expect(received).toHaveLength(0)
})

test('without a key none is sent', async () => {
  const { baseUrl, received } = await startServer({ status: 200, body: { words } })
  await listen(baseUrl, never, { key: async () => ok(null) })
  expect(received[0]!.authorization).toBe(null)
})

test('another try after a busy moment', async () => {
  const busy: Answer = { status: 429, body: { error: { message: 'Slow down.' } } }
  const { baseUrl } = await startServer(busy, { status: 200, body: { words } })
  expect(await listen(baseUrl)).toMatchObject({ value: { timing: 'transcribed' } })
})

test.each<[string, Answer[]]>([
  ['a model without word times', [{ status: 200, body: { text: '你好' } }]],
  ['a refusal', [{ status: 401, body: { error: { message: 'Incorrect API key provided: sk-secret' } } }]],
  ['a page', [{ status: 404, body: 'Not Found' }]],
  ['no connection', ['refuse', 'refuse']],
  ['no answer', ['hang', 'hang']],
])('%s leaves the shares, and says that the service did not help', async (_, answers) => {
  const { baseUrl } = await startServer(...answers)
  expect(await listen(baseUrl, never, { silence: 300 })).toEqual(ok({ ...shares, fallback: 'service' }))
})

test('a recording that says something else is no match', async () => {
  const other = { status: 200, body: { words: [{ word: '天气', start: 0, end: 1 }] } }
  const { baseUrl } = await startServer(other)
  expect(await listen(baseUrl)).toEqual(ok({ ...shares, fallback: 'mismatch' }))
})

test('what an aligner refused, a transcription of all of it clears; of half of it, or of something said twice, it does not', async () => {
  const failed = (fault: SpeechFault): Aligner => {
    const check = { verdict: 'failed' as const, margin: -0.1, confidence: 0, scatter: 0.1, fault }
    return { ...lost, align: async () => ok({ ...shares, fallback: 'mismatch', check }) }
  }
  const heard = (said: typeof words) => startServer({ status: 200, body: { words: said } })
  const hear = async (fault: SpeechFault, said: typeof words) => {
    const listened = await listen((await heard(said)).baseUrl, never, {}, failed(fault))
    return listened.ok && [listened.value.timing, listened.value.check?.verdict]
  }
  const lacks = { kind: 'lacks', from: 1, to: 2 } as const
  expect(await hear(lacks, words)).toEqual(['transcribed', 'passed'])
  expect(await hear(lacks, words.slice(0, 2))).toEqual(['shares', 'failed'])
  expect(await hear({ kind: 'repeats', times: 2 }, words)).toEqual(['shares', 'failed'])
})

test('who does not wait any more is not kept', async () => {
  const { baseUrl, received } = await startServer('hang')
  const stop = new AbortController()
  const listening = listen(baseUrl, stop.signal)
  await expect.poll(() => received.length).toBe(1)
  stop.abort()
  expect(await listening).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
})
