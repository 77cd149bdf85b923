import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, createServer, type InlineConfig, type Plugin, preview } from 'vite'
import { parseRange } from '#api/downloads/parseRange.ts'
import { backdrop, captions, keep, scratch, soundOf, speech } from './preview.ts'

export interface ServedPage {
  readonly url: string
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/**
 * Serves the page by itself, for any browser, with a double in the place of the main process: built as it is shipped, or
 * from its sources, where every change shows at once.
 */
export async function servePage(kind: 'built' | 'live', port = 0): Promise<ServedPage> {
  const shared: InlineConfig = {
    configFile: false,
    root: join(root, 'src-renderer'),
    plugins: [react(), double()],
    logLevel: 'warn',
  }
  if (kind === 'live') {
    const server = await createServer({ ...shared, server: { port, fs: { allow: [root] } } })
    await server.listen()
    return { url: server.resolvedUrls!.local[0]!, close: () => server.close() }
  }
  const outDir = join(scratch, 'page')
  await build({ ...shared, build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: 'chrome140' } })
  const server = await preview({ ...shared, build: { outDir }, preview: { port } })
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() }
}

/** Loads the double before the page, and answers what it asks for. */
function double(): Plugin {
  const answering = (request: IncomingMessage, response: ServerResponse) =>
    answer(request).then(
      (result) => send(result, request, response),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  return {
    name: 'double',
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        {
          tag: 'script',
          attrs: { type: 'module', src: join('/@fs', import.meta.dirname, 'double/double.ts') },
          injectTo: 'head-prepend',
        },
      ],
    },
    resolveId: (id) => (id.startsWith('/@fs/') ? id.slice('/@fs'.length) : undefined),
    configureServer: ({ middlewares }) => void middlewares.use('/double', answering),
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/double', answering),
  }
}

interface Answer {
  readonly type: string
  readonly body: Uint8Array
}

/** With ranges, as the app serves its files: Chromium can't seek in sound that is served without. */
function send({ type, body }: Answer, { headers }: IncomingMessage, response: ServerResponse): void {
  const range = parseRange(headers.range, body.length)
  const shared = { 'content-type': type, 'accept-ranges': 'bytes' }
  if (typeof range === 'string') return void response.writeHead(200, shared).end(body)
  const { start, end } = range
  response.writeHead(206, { ...shared, 'content-range': `bytes ${start}-${end}/${body.length}` })
  response.end(body.subarray(start, end + 1))
}

async function answer(request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://double')
  if (pathname === '/backdrop') {
    const look = JSON.parse(searchParams.get('look')!)
    return { type: 'image/jpeg', body: await backdrop(look, searchParams.get('kind') as 'shorts') }
  }
  if (pathname === '/sound') return { type: 'audio/wav', body: await soundOf(basename(searchParams.get('file')!)) }
  const bytes = await bodyOf(request)
  if (pathname === '/keep') return json({ file: await keep(searchParams.get('name')!, bytes) })
  const body = JSON.parse(bytes.toString())
  return json(pathname === '/captions' ? captions(body) : await speech(body))
}

const json = (value: unknown) => ({ type: 'application/json', body: Buffer.from(JSON.stringify(value)) })

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

// `node tests/page/serve.ts [port]`
if (import.meta.main) console.log((await servePage('live', Number(process.argv[2] ?? 5199))).url)
