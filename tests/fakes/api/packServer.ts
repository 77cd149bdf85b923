import { createHash, randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import type { VoicePack } from '#shared/speech/voicePacks.ts'
import { webServer } from './webServer.ts'

/** What the server does to the pack's largest file; the others are always sent. */
export type Mood =
  | 'good'
  /** Sends a third of what was asked for, and breaks off. */
  | 'cut'
  /** Breaks off before the first byte of the file. */
  | 'cutAtOnce'
  /** Sends one byte and falls silent. */
  | 'stall'
  | 'noRange'
  | 'wrong'
  | 'long'
  | 'missing'
  | 'redirect'
  | 'loginPage'
  /** Has a file of fewer bytes by that name. */
  | 'short'
  /** Sends compressed whatever takes it so. */
  | 'gzip'
  /** A little, and again a little. */
  | 'slow'

export interface PackServer {
  readonly pack: VoicePack
  readonly origin: string
  mood: Mood
  /** Path and range of every request, in order. */
  readonly asked: string[]
  readonly bytesOf: (path: string) => Buffer
}

/** Bytes of the largest file. */
export const largest = 300_000
const sizes = { 'onnx/model.onnx': largest, 'voices/af_heart.bin': 5_000, 'lexicon/us_gold.json': 3_000 }

/** A small pack of Kokoro's shape, and a server on this machine that sends its files, in many moods. */
export async function packServer(name = 'kokoro', other = 'http://localhost'): Promise<PackServer> {
  const contents = new Map(Object.entries(sizes).map(([path, size]) => [path, randomBytes(size)]))
  const answer: RequestListener = (request, response) => {
    const path = (request.url ?? '').replace(/^\/(elsewhere|m)\//, '')
    const range = request.headers.range
    server.asked.push([request.url, range].filter(Boolean).join(' '))
    const content = contents.get(path)
    if (!content) return void response.writeHead(404).end('<html>')
    const mood = content.length === largest ? server.mood : 'good'
    if (mood === 'missing') return void response.writeHead(404, { 'content-type': 'text/html' }).end('<html>')
    if (mood === 'loginPage') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
    if (mood === 'redirect' && !request.url?.startsWith('/elsewhere')) {
      // Another host, as browsers and clients see it.
      const location = `${other}:${new URL(server.origin).port}/elsewhere/${path}`
      return void response.writeHead(302, { location }).end()
    }
    const bytes =
      mood === 'wrong'
        ? Buffer.alloc(content.length)
        : mood === 'long'
          ? Buffer.concat([content, content])
          : mood === 'short'
            ? content.subarray(0, 1000)
            : content
    const from = mood === 'noRange' ? 0 : Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0)
    if (from >= bytes.length) return void response.writeHead(416).end()
    if (mood === 'gzip' && /gzip/.test(String(request.headers['accept-encoding']))) {
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end('not these')
    }
    response.writeHead(from > 0 ? 206 : 200, {
      ...(mood !== 'long' && { 'content-length': bytes.length - from }),
      ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
    })
    const rest = bytes.subarray(from)
    if (mood === 'cut') {
      return void response.write(rest.subarray(0, Math.ceil(rest.length / 3)), () =>
        // What comes together with the end may be lost on the way.
        setTimeout(() => response.destroy(), 10),
      )
    }
    if (mood === 'cutAtOnce') {
      response.flushHeaders()
      return void setImmediate(() => response.destroy())
    }
    if (mood === 'stall') return void response.write(rest.subarray(0, 1))
    if (mood === 'slow') {
      let at = 0
      const timer = setInterval(() => {
        response.write(rest.subarray(at, at + 2_000))
        at += 2_000
        if (at >= rest.length) response.end()
        if (at >= rest.length || response.destroyed) clearInterval(timer)
      }, 20)
      return
    }
    response.end(rest)
  }
  const origin = await webServer(answer)
  const pack: VoicePack = {
    name,
    model: 'kokoro',
    languages: ['en'],
    verified: false,
    licence: { name: 'Apache-2.0', url: 'https://example.com/licence' },
    files: [...contents].map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      addresses: [`{hub}/m/${path}`],
    })),
  }
  const server: PackServer = { pack, origin, mood: 'good', asked: [], bytesOf: (path) => contents.get(path)! }
  return server
}
