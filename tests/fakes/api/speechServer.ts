import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { englishSentence } from '#shared/errors.ts'
import { engines, guideVoiceNames } from '#shared/speech/engines.ts'
import { encodePcm16, wavHeader, wavHeaderSize } from '#shared/wav.ts'

/** The samples a second of OpenAI's own answers. */
const rate = 24_000

/** What goes wrong with one request. */
export type Fault =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  /** The body as it is, which is not of OpenAI's shape. */
  | { readonly status: number; readonly type: string; readonly text: string }
  /** The sound in a form of the server's own. */
  | Quirk
  /** Never answers. */
  | 'hang'
  /** Half of the sound, then silence. */
  | 'stall'
  /** Half of the sound, then the connection is cut. */
  | 'cut'
  /** Half of the sound under a header that promises all of it, and a proper end. */
  | 'truncate'
  /** The connection is cut before any answer. */
  | 'refuse'
  /** A web page with status 200. */
  | 'page'
  /** MP3, whatever was asked for. */
  | 'mp3'
  /** The right length of nothing. */
  | 'silence'
  /** The sound in many small pieces, none of them late. */
  | 'trickle'

/** How some server sends sound. */
export interface Quirk {
  /** Its content type. */
  readonly type: string
  /** @param samples of 24 kHz */
  readonly send: (samples: Float32Array) => Uint8Array | Promise<Uint8Array>
}

interface RecordedRequest {
  readonly authorization: string | undefined
  readonly body: SpeechBody
}

export interface SpeechServerOptions {
  /** The only key that is let in; absent: none is asked for. */
  readonly key?: string
  readonly port?: number
  /** OpenAI sends a header written before the length was known; some servers the true one, some bare PCM. */
  readonly wav?: 'streamed' | 'exact' | 'bare'
  /** What all its sounds are sent as, whatever is asked for. */
  readonly quirk?: Quirk
  /** What it says in place of a text. */
  readonly says?: (input: string) => string
  /** What is heard in place of what it says. */
  readonly hears?: (samples: Float32Array) => Float32Array
  /** The formats that it takes; others are refused as FastAPI does. */
  readonly formats?: readonly string[]
  /** Characters that it takes; more are refused as FastAPI does. */
  readonly longest?: number
  /** The voices that it takes; others are refused. Absent: those of the API guide. */
  readonly voices?: readonly string[]
  /** What it answers to questions with GET, by path and query below the base URL; others get a 404. */
  readonly lists?: Readonly<Record<string, unknown>>
  /** What each request goes to, after it was recorded: to hold requests back. */
  readonly before?: (body: SpeechBody) => Promise<void>
}

export interface SpeechServer {
  /** The base URL to give to a client. */
  readonly url: string
  /** Requests that were understood, faults included, in order. */
  readonly requests: readonly RecordedRequest[]
  /** What was asked with GET, in order. */
  readonly questions: readonly { readonly path: string; readonly authorization: string | undefined }[]
  /** The next requests go wrong in these ways, one each; those after them go right. */
  fail(...faults: Fault[]): void
  /** Forgets the requests and the faults still to come. */
  reset(): void
  close(): Promise<void>
}

const SpeechBody = z.object({
  model: z.enum(engines.openai.models.map(({ id }) => id)),
  input: z.string().refine((input) => Array.from(input).length <= 4096, 'String should have at most 4096 characters'),
  voice: z.string(),
  response_format: z.enum(['wav', 'flac', 'mp3', 'pcm']).default('mp3'),
  speed: z.number().min(0.25).max(4).optional(),
  instructions: z.string().optional(),
})
type SpeechBody = z.infer<typeof SpeechBody>

const voicesOf = ({ voices = guideVoiceNames }: SpeechServerOptions) => voices

/** Stands in `lists` for a question that is sent elsewhere. */
export class Redirect {
  readonly to: string
  constructor(to: string) {
    this.to = to
  }
}

/** What was spoken before, in this process: most tests have the same sentence said. */
const spoken = new Map<string, Float32Array>()

/** A server on this machine that speaks `POST /v1/audio/speech` as OpenAI's does, with the built-in voice. */
export async function startSpeechServer(options: SpeechServerOptions = {}): Promise<SpeechServer> {
  const voice = createBuiltinSpeech()
  const requests: RecordedRequest[] = []
  const questions: SpeechServer['questions'][number][] = []
  const faults: Fault[] = []

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { authorization } = request.headers
    const chunks = await request.toArray()
    if (request.method === 'GET' && request.url?.startsWith('/v1')) {
      const path = request.url.slice(3)
      questions.push({ path, authorization })
      const list = options.lists?.[path]
      if (list instanceof Redirect) return void response.writeHead(307, { location: list.to }).end()
      if (list !== undefined) return sendText(response, 200, 'application/json', JSON.stringify(list))
      return sendText(response, 404, 'application/json', '{"detail":"Not Found"}')
    }
    if (request.method !== 'POST' || request.url !== '/v1/audio/speech') return sendPage(response, 404)
    if (options.key !== undefined && authorization !== `Bearer ${options.key}`) {
      const message = `Incorrect API key provided: ${authorization?.slice(7)}.`
      return sendError(response, {
        status: 401,
        body: { message, type: 'invalid_request_error', code: 'invalid_api_key' },
      })
    }
    const read = SpeechBody.safeParse(JSON.parse(Buffer.concat(chunks).toString()))
    if (!read.success) {
      const body = { message: z.prettifyError(read.error), type: 'invalid_request_error', param: null, code: null }
      return sendError(response, { status: 400, body })
    }
    requests.push({ authorization, body: read.data })
    const fault = faults.shift()
    await options.before?.(read.data)
    const { voice: asked } = read.data
    if (!voicesOf(options).includes(asked)) {
      return sendText(response, 400, 'application/json', JSON.stringify({ error: `Voice '${asked}' not found` }))
    }
    const invalid = refuse(read.data, options)
    if (invalid) return sendText(response, 422, 'application/json', JSON.stringify({ detail: [invalid] }))
    if (typeof fault === 'object' && 'text' in fault) return sendText(response, fault.status, fault.type, fault.text)
    if (typeof fault === 'object' && 'status' in fault) return sendError(response, fault)
    if (fault === 'refuse') return request.socket.destroy()
    if (fault === 'page') return sendPage(response, 200)
    if (fault === 'hang') return
    const input = options.says?.(read.data.input) ?? read.data.input
    const said = await speak({ ...read.data, input })
    const samples = options.hears?.(said) ?? said
    const quirk = typeof fault === 'object' ? fault : options.quirk
    if (quirk) return void response.writeHead(200, { 'content-type': quirk.type }).end(await quirk.send(samples))
    if (typeof fault === 'object') return
    if (fault === 'mp3' || read.data.response_format === 'mp3') return sendMp3(response, samples)
    await sendSound(response, samples, fault, read.data.response_format === 'pcm' ? 'bare' : options.wav)
  }

  async function speak({ input, voice: name, model, speed = 1 }: SpeechBody): Promise<Float32Array> {
    // gpt-4o-mini-tts was documented to ignore the speed.
    const pace = model.startsWith('gpt-') ? 1 : speed
    const key = JSON.stringify([input, voicesOf(options).indexOf(name) % guideVoiceNames.length, pace])
    const before = spoken.get(key)
    if (before) return before
    // Voices of other names are the built-in ones in turn.
    const [own = 'nova'] = guideVoiceNames.slice(voicesOf(options).indexOf(name) % guideVoiceNames.length)
    const speech = await voice.speak({ text: input, as: { voice: own, speed: pace } }, new AbortController().signal)
    if (!speech.ok) return new Float32Array(rate)
    const samples = resample(speech.value.samples, speech.value.sampleRate / rate)
    spoken.set(key, samples)
    return samples
  }

  const server = createServer((request, response) => {
    // A client that goes away in the middle is what some tests are about.
    answer(request, response).catch((error) => response.destroy(error))
  })
  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    questions,
    fail: (...more) => void faults.push(...more),
    reset: () => {
      requests.length = 0
      questions.length = 0
      faults.length = 0
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await voice.close()
    },
  }
}

function sendError(
  response: ServerResponse,
  { status, headers = {}, body }: { status: number; headers?: Record<string, string>; body?: unknown },
) {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_fake', ...headers })
  response.end(body === undefined ? '' : JSON.stringify({ error: body }))
}

function sendText(response: ServerResponse, status: number, type: string, text: string) {
  response.writeHead(status, { 'content-type': type })
  response.end(text)
}

/** What FastAPI says of the first field that is not as it should be. */
function refuse({ response_format: format, input }: SpeechBody, { formats, longest }: SpeechServerOptions) {
  if (formats && !formats.includes(format)) {
    return { loc: ['body', 'response_format'], msg: `Input should be ${formats.join(' or ')}`, input: format }
  }
  if (longest !== undefined && input.length > longest) {
    return { loc: ['body', 'input'], msg: `String should have at most ${longest} characters`, input }
  }
  return undefined
}

const sendPage = (response: ServerResponse, status: number) =>
  void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end('<html><h1>Welcome</h1></html>')

async function sendSound(
  response: ServerResponse,
  samples: Float32Array,
  fault: Extract<Fault, string> | undefined,
  wav: SpeechServerOptions['wav'] = 'streamed',
) {
  const sound = encodePcm16(fault === 'silence' ? samples.map(() => 0) : samples)
  const header = wavHeader(rate, samples.length)
  if (wav === 'streamed' && fault !== 'truncate') {
    new DataView(header.buffer).setUint32(4, 0xffffffff, true)
    new DataView(header.buffer).setUint32(wavHeaderSize - 4, 0xffffffff, true)
  }
  const body = wav === 'bare' ? sound : Buffer.concat([header, sound])
  response.writeHead(200, { 'content-type': 'audio/wav' })
  if (fault === 'trickle') {
    for (let at = 0; at < body.length; at += body.length / 20) {
      response.write(body.subarray(at, at + body.length / 20))
      await wait(20)
    }
    return response.end()
  }
  if (fault === undefined || fault === 'silence') return response.end(body)
  response.write(body.subarray(0, body.length / 2), () => {
    if (fault === 'cut') response.destroy()
    if (fault === 'truncate') response.end()
  })
}

async function sendMp3(response: ServerResponse, samples: Float32Array) {
  const ffmpeg = await locateFfmpeg()
  if (!ffmpeg.ok) throw new Error(englishSentence(ffmpeg.error))
  const coder = spawn(ffmpeg.value.path, ['-v', 'error', '-i', 'pipe:0', '-f', 'mp3', 'pipe:1'])
  coder.stdin.end(Buffer.concat([wavHeader(rate, samples.length), encodePcm16(samples)]))
  response.writeHead(200, { 'content-type': 'audio/mpeg' })
  coder.stdout.pipe(response)
}

/** Every `step`th sample, in between by straight lines: good enough to be heard and aligned. */
function resample(samples: Float32Array, step: number): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, at) => {
    const place = at * step
    const before = samples[Math.floor(place)] ?? 0
    return before + (place % 1) * ((samples[Math.floor(place) + 1] ?? 0) - before)
  })
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8880' }, key: { type: 'string' } } })
  const { url } = await startSpeechServer({ port: Number(values.port), ...(values.key ? { key: values.key } : {}) })
  console.log(`Speaks OpenAI's speech API at ${url}; end it with Ctrl-C.`)
}
