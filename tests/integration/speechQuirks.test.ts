import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createOpenAiSpeech } from '#engines/speech/openai/openaiSpeech.ts'
import type { Speech } from '#ports/SpeechEngine.ts'
import { englishSentence } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'
import { encodePcm16 } from '#shared/wav.ts'
import {
  chunk,
  coded,
  dataChunk,
  formatChunk,
  pieces,
  plainWav,
  riff,
  sizedWav,
} from '#tests/fakes/api/quirkySounds.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { type Quirk, type SpeechServerOptions, startSpeechServer } from '#tests/fakes/api/speechServer.ts'

// Speech servers as they were found, through the whole engine and this machine's ffmpeg.

const never = new AbortController().signal
const text = 'The market rose today. Oil prices fell a little, and the banks were closed.'
const as = { voice: 'nova', speed: 1, model: 'tts-1' } as const

async function open(options: SpeechServerOptions = {}, key: string | null = null) {
  const server = await startSpeechServer(options)
  onTestFinished(() => server.close())
  const waits: number[] = []
  const engine = createOpenAiSpeech({
    key: async () => ok(key),
    baseUrl: () => server.url,
    decoder: soundDecoder,
    patience: { sleep: async (milliseconds) => void waits.push(milliseconds) },
  })
  const speak = (input = text) => engine.speak({ text: input, as }, never)
  const formats = () => server.requests.map(({ body }) => body.response_format)
  return { server, engine, speak, formats, waits }
}

let original: Float32Array
beforeAll(async () => {
  const server = await startSpeechServer({ wav: 'exact' })
  const engine = createOpenAiSpeech({ key: async () => ok(null), baseUrl: () => server.url, decoder: soundDecoder })
  const spoken = await engine.speak({ text, as }, never)
  await server.close()
  if (spoken.ok) original = spoken.value.samples
})
afterAll(() => expect(original.length).toBeGreaterThan(48_000))

/** Loudness in steps of 20 ms, which coders and other rates keep. */
function envelope({ samples, sampleRate }: Speech): number[] {
  const step = sampleRate / 50
  return Array.from({ length: Math.floor(samples.length / step) }, (_, at) => {
    let power = 0
    for (let place = Math.round(at * step); place < (at + 1) * step; place++) power += (samples[place] ?? 0) ** 2
    return Math.sqrt(power / step)
  })
}

/** How alike two sounds are, 0 to 1, where one may begin up to 0.1 s after the other. */
function likeness(one: Speech, other: Speech): number {
  const [mine, theirs] = [envelope(one), envelope(other)]
  const alike = (shift: number) => {
    let [product, left, right] = [0, 0, 0]
    for (const [at, value] of mine.entries()) {
      const its = theirs[at + shift] ?? 0
      product += value * its
      left += value ** 2
      right += its ** 2
    }
    return product / Math.sqrt(left * right || 1)
  }
  return Math.max(...[-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map(alike))
}

const wav = (send: Quirk['send'], type = 'audio/wav'): Quirk => ({ type, send })
const through = (...options: string[]): Quirk => wav((samples) => coded(samples, options))

test.each<[string, Quirk]>([
  ['sizes of 0xFFFFFFFF', wav((samples) => sizedWav(samples, 0xffffffff))],
  ['sizes of 999,999,999', wav((samples) => sizedWav(samples, 999_999_999))],
  ['sizes of 0', wav((samples) => sizedWav(samples, 0))],
  [
    'a file for each sentence, with true sizes',
    wav((samples) => Buffer.concat(pieces(samples, 3).map((part) => plainWav(part)))),
  ],
  [
    'a file for each sentence, with placeholders',
    wav((samples) => Buffer.concat(pieces(samples, 3).map((part) => sizedWav(part, 0x7fffffff)))),
  ],
  [
    'a LIST behind sound of no known size',
    wav((samples) => riff([formatChunk, dataChunk(samples, 0xffffffff), chunk('LIST', Buffer.from('INFOISFT....'))])),
  ],
  [
    'chunks in another order, one not filled up',
    wav((samples) => riff([chunk('LIST', Buffer.from('INFOx'), { padded: false }), dataChunk(samples), formatChunk])),
  ],
  ['FLAC', through('-c:a', 'flac', '-f', 'flac')],
  ['base64', wav((samples) => Buffer.from(plainWav(samples).toString('base64')))],
  ['a label of bare samples', wav((samples) => encodePcm16(samples), 'audio/pcm')],
])('%s: every sample is heard, at the first request', async (_, quirk) => {
  const { speak, server } = await open({ quirk })
  expect(await speak()).toEqual({ ok: true, value: { samples: original, sampleRate: 24_000 } })
  expect(server.requests).toHaveLength(1)
})

test.each<[string, Quirk]>([
  ['MP3', through('-c:a', 'libmp3lame', '-f', 'mp3')],
  [
    'MP3 without ID3',
    through('-c:a', 'libmp3lame', '-b:a', '48k', '-id3v2_version', '0', '-write_xing', '0', '-f', 'mp3'),
  ],
  ['MP3 of its own name', { ...through('-c:a', 'libmp3lame', '-f', 'mp3'), type: 'audio/mpeg' }],
  ['AAC', through('-c:a', 'aac', '-f', 'adts')],
  ['Ogg Vorbis', through('-c:a', 'libvorbis', '-f', 'ogg')],
  ['Ogg Opus', through('-c:a', 'libopus', '-f', 'ogg')],
  ['WebM', through('-c:a', 'libopus', '-f', 'webm')],
  ['a broken-up MP4', through('-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4')],
  ['M4A', through('-c:a', 'aac', '-f', 'ipod')],
  ['AIFF', through('-f', 'aiff')],
  ['CAF', through('-f', 'caf')],
  ['W64', through('-f', 'w64')],
  ['AU', through('-f', 'au')],
  ['A-law', through('-c:a', 'pcm_alaw', '-f', 'wav')],
  ['mu-law of 8 kHz', through('-ar', '8000', '-c:a', 'pcm_mulaw', '-f', 'wav')],
  ['ADPCM', through('-c:a', 'adpcm_ima_wav', '-f', 'wav')],
  ['stereo of 24 bits', through('-ac', '2', '-c:a', 'pcm_s24le', '-f', 'wav')],
  ['floats of 44.1 kHz', through('-ar', '44100', '-c:a', 'pcm_f32le', '-f', 'wav')],
  ['8 bits', through('-c:a', 'pcm_u8', '-f', 'wav')],
  ['RF64', through('-rf64', 'always', '-f', 'wav')],
  ['samples of 16 kHz, as the label says', { ...through('-ar', '16000', '-f', 's16le'), type: 'audio/pcm;rate=16000' }],
  ['L16, upper byte first', { ...through('-ar', '22050', '-f', 's16be'), type: 'audio/L16; rate=22050' }],
  ['a picture beside the sound', wav(withCover)],
])('%s under the name of WAV is the speech, at the first request', async (_, quirk) => {
  const { speak, server } = await open({ quirk })
  const spoken = await speak()
  if (!spoken.ok) throw new Error(englishSentence(spoken.error))
  const { samples, sampleRate } = spoken.value
  expect(Math.abs(samples.length / sampleRate - original.length / 24_000)).toBeLessThan(0.15)
  expect(likeness({ samples: original, sampleRate: 24_000 }, spoken.value)).toBeGreaterThan(0.95)
  expect(server.requests).toHaveLength(1)
})

/** What each sentence is coded as, where the files come one after the other. */
const codings: Record<string, string[]> = {
  MP3: ['-c:a', 'libmp3lame', '-f', 'mp3'],
  FLAC: ['-f', 'flac'],
  Opus: ['-c:a', 'libopus', '-f', 'ogg'],
  Vorbis: ['-c:a', 'libvorbis', '-f', 'ogg'],
  AAC: ['-c:a', 'aac', '-f', 'adts'],
  M4A: ['-c:a', 'aac', '-f', 'ipod'],
  WebM: ['-c:a', 'libopus', '-f', 'webm'],
  AIFF: ['-f', 'aiff'],
  AU: ['-f', 'au'],
}
test.each(Object.entries(codings))('a file of %s for each third: all of it is heard', async (_, options) => {
  const send = async (samples: Float32Array) => {
    const files = await Promise.all(pieces(samples, 3).map((part) => coded(part, options)))
    return Buffer.concat(files)
  }
  const { speak } = await open({ quirk: wav(send) })
  const spoken = await speak()
  if (!spoken.ok) throw new Error(englishSentence(spoken.error))
  expect(spoken.value.samples.length / spoken.value.sampleRate).toBeCloseTo(original.length / 24_000, 0)
  const tail = ({ samples, sampleRate }: Speech) => ({ samples: samples.subarray(-sampleRate), sampleRate })
  expect(likeness(tail({ samples: original, sampleRate: 24_000 }), tail(spoken.value))).toBeGreaterThan(0.85)
})

/** An MP3 with a cover, which ffmpeg takes for a video. */
function withCover(samples: Float32Array): Promise<Uint8Array> {
  const picture = ['-f', 'lavfi', '-i', 'color=red:s=64x64:d=1', '-frames:v', '1', '-c:v', 'mjpeg']
  return coded(samples, [...picture, '-map', '0:a', '-map', '1:v', '-c:a', 'libmp3lame', '-f', 'mp3'])
}

test('a server that only knows MP3 is asked for it after its refusals, and for nothing else from then on', async () => {
  const { speak, formats } = await open({ formats: ['mp3'] })
  expect(await speak()).toMatchObject({ ok: true })
  expect(await speak()).toMatchObject({ ok: true })
  expect(formats()).toEqual(['wav', 'flac', 'mp3', 'mp3'])
})

test('bare samples under the name of WAV are taken once they were asked for', async () => {
  const { speak, formats } = await open({ quirk: wav((samples) => encodePcm16(samples)) })
  expect(await speak()).toEqual({ ok: true, value: { samples: original, sampleRate: 24_000 } })
  expect(await speak()).toMatchObject({ ok: true })
  expect(formats()).toEqual(['wav', 'flac', 'mp3', 'pcm', 'pcm'])
})

test('noise of the right length is refused under every name', async () => {
  const noise = wav((samples) => Uint8Array.from(samples, (_, at) => (Math.imul(at + 1, 2654435761) >>> 13) & 255))
  const { speak } = await open({ quirk: noise })
  expect(await speak()).toMatchObject({ ok: false, error: { code: 'SPEECH_BAD_ANSWER' } })
})

test('a server that takes less gets smaller pieces, and all of the text is heard', async () => {
  const { engine, server } = await open({ longest: 100 })
  const long = Array.from({ length: 8 }, (_, at) => `This is sentence number ${at + 1}, as they go.`).join(' ')
  const whole = await (await open()).speak(long)
  const cut = await engine.speak({ text: long, as }, never)
  if (!cut.ok || !whole.ok) throw new Error('not spoken')
  const heard = server.requests.map(({ body }) => body.input).filter((input) => input.length <= 100)
  expect(heard.join(' ')).toBe(long)
  expect(cut.value.samples.length / whole.value.samples.length).toBeGreaterThan(0.9)
})

test('no server but OpenAI’s is asked for more than two at a time', async () => {
  let under = 0
  let most = 0
  const before = async () => {
    most = Math.max(most, ++under)
    await new Promise((resolve) => setTimeout(resolve, 30))
    under--
  }
  const { speak } = await open({ before })
  const all = await Promise.all(Array.from({ length: 6 }, (_, at) => speak(`Sentence number ${at}.`)))
  expect(all.every((spoken) => spoken.ok)).toBe(true)
  expect(most).toBe(2)
})

describe('what went wrong is said as it is', () => {
  const json = (body: unknown) => ({ type: 'application/json', text: JSON.stringify(body) })
  test.each([
    [404, json({ detail: 'Not Found' }), '/audio/speech (Not Found); check whether the address should end in /v1', 1],
    [405, json({ detail: 'Method Not Allowed' }), '(Method Not Allowed); check whether the address', 1],
    [404, { type: 'text/html', text: '<h1>Not here</h1>' }, '(Not here)', 1],
    [403, json({ error: { message: 'Country not supported' } }), 'refused the request: Country not supported', 1],
    [400, json({ error: 'Voice x not found' }), 'refused the request: Voice x not found', 1],
    [422, json({ detail: [{ loc: ['body', 'voice'], msg: 'No such voice' }] }), 'the request: voice: No such voice', 1],
    [400, json({ message: 'Voice x not found' }), 'refused the request: Voice x not found', 1],
    [400, { type: 'text/plain', text: 'Voice x not found' }, 'refused the request: Voice x not found', 1],
    [401, json({ detail: 'Unauthorized' }), 'wants a key', 1],
    [500, json({ detail: 'CUDA out of memory' }), 'failed (CUDA out of memory)', 2],
    [500, json({ error: 'bad voice' }), 'failed (bad voice)', 2],
    [503, json({ detail: 'Overloaded' }), 'stayed too busy after 5 attempts', 5],
    [200, json({ error: { message: 'model not loaded' } }), 'refused the request: model not loaded', 1],
    [200, { type: 'audio/wav', text: 'Internal Server Error' }, '(it is text: “Internal Server Error”)', 1],
    [200, { type: 'text/html', text: '<title>Open WebUI</title>' }, '(it is a web page: “Open WebUI”)', 1],
    [200, { type: 'text/event-stream', text: 'data: {"type":"speech.audio.delta"}\n\n' }, 'stream of events', 1],
  ])('%i %o', async (status, { type, text: body }, sentence, attempts) => {
    const { server, speak } = await open()
    server.fail(...Array.from({ length: 5 }, () => ({ status, type, text: body })))
    const spoken = await speak()
    expect(spoken.ok || englishSentence(spoken.error)).toContain(sentence)
    expect(server.requests).toHaveLength(attempts)
  })
})

test('a redirect to another host takes the text along, and not the key', async () => {
  const keys: (string | undefined)[] = []
  const other = createServer((request, response) => {
    keys.push(request.headers.authorization)
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"detail":"Unauthorized"}')
  }).listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  const { server, speak } = await open({}, 'sk-secret')
  server.fail({ status: 307, headers: { location: `http://127.0.0.1:${port}/v1/audio/speech` } })
  expect(await speak()).toMatchObject({ ok: false })
  expect(server.requests[0]?.authorization).toBe('Bearer sk-secret')
  expect(keys).toEqual([undefined])
})
