import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FastifyInstance } from 'fastify'

/** The page, at the server's own address and at the guide's base URL. */
const pagePaths = ['/', '/api/v1']

/** What it is made of, in a folder beside this file. */
const files = [
  'tokens.css',
  'tryIt.css',
  'tryIt.js',
  'answer.js',
  'card.js',
  'dom.js',
  'fields.js',
  'server.js',
  'watch.js',
]

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

const filePath = (file: string) => `/try-it/${file}`

/** Paths that hold nothing secret and that a browser opens by itself, so no token can come with them. */
export const tryItPaths: readonly string[] = [...pagePaths, '/api/v1/', ...files.map(filePath)]

// Nothing but this server's own files and calls; what it shows is set as text, and nothing may frame it.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves a page to try the API with; it needs no network but this server. */
export function serveTryIt(server: FastifyInstance): void {
  const serve = (path: string, file: string) =>
    server.get(path, async (_, reply) => {
      const content = await readFile(new URL(`tryIt/${file}`, import.meta.url))
      const type = types[extname(file)] ?? 'application/octet-stream'
      return reply.header('content-type', type).header('content-security-policy', policy).send(content)
    })
  for (const path of pagePaths) serve(path, 'tryIt.html')
  for (const file of files) serve(filePath(file), file)
}
