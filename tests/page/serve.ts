import type { IncomingMessage } from 'node:http'
import { basename } from 'node:path'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import base from '../../vite.config.ts'
import { backdrop, captions, keep, soundOf, speech } from './preview.ts'

/** Serves the page by itself, in any browser: `node tests/page/serve.ts [port]`. A double stands in for the main process. */
export async function servePage(port: number): Promise<ViteDevServer> {
  const server = await createServer({
    ...base,
    configFile: false,
    plugins: [...(base.plugins ?? []), double()],
    server: { port, strictPort: true, fs: { allow: ['../..'] } },
    logLevel: 'warn',
  })
  return server.listen()
}

function double(): Plugin {
  return {
    name: 'double',
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { type: 'module', src: `/@fs/${import.meta.dirname}/double/double.ts` },
        injectTo: 'head-prepend',
      },
    ],
    configureServer({ middlewares }) {
      middlewares.use('/double', (request, response) => {
        answer(request).then(
          ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
          (error: Error) => response.writeHead(500).end(error.message),
        )
      })
    },
  }
}

async function answer(request: IncomingMessage): Promise<{ type: string; body: string | Uint8Array }> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://double')
  if (pathname === '/backdrop')
    return {
      type: 'image/jpeg',
      body: await backdrop(JSON.parse(searchParams.get('look')!), searchParams.get('kind') as 'shorts'),
    }
  if (pathname === '/sound') return { type: 'audio/wav', body: await soundOf(basename(searchParams.get('file')!)) }
  const bytes = await bodyOf(request)
  if (pathname === '/keep') return json({ file: await keep(searchParams.get('name')!, bytes) })
  const asked = JSON.parse(bytes.toString())
  return json(pathname === '/captions' ? captions(asked) : await speech(asked))
}

const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) })

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

if (import.meta.main) {
  const port = Number(process.argv[2] ?? 5199)
  await servePage(port)
  console.log(`http://localhost:${port}`)
}
