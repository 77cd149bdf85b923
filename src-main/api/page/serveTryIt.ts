import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'

/** The page's files: path, file beside this one, type. */
const files = [
  ['/', 'tryIt.html', 'text/html; charset=utf-8'],
  ['/try-it.css', 'tryIt.css', 'text/css; charset=utf-8'],
  ['/try-it.js', 'tryIt.js', 'text/javascript; charset=utf-8'],
] as const

/** Paths that hold nothing secret and that a browser opens by itself, so no token can come with them. */
export const tryItPaths: readonly string[] = files.map(([path]) => path)

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
  for (const [path, file, type] of files) {
    server.get(path, async (_, reply) => {
      const content = await readFile(new URL(file, import.meta.url))
      return reply.header('content-type', type).header('content-security-policy', policy).send(content)
    })
  }
}
