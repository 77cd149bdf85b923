import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { parseRange } from '#api/downloads/parseRange.ts'
import { fileTypes } from '#api/downloads/sendFile.ts'

/** What a file is to the page, by its ending: a finished file, or one of the page's own; everything else is bytes. */
const types: Readonly<Record<string, string>> = {
  ...fileTypes,
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}

/** A file as an answer to a GET or HEAD, in part when the request asks for one range: a player seeks that way. */
export async function serveFile(request: Request, path: string, headers: Readonly<Record<string, string>>) {
  const { size } = await stat(path)
  const range = parseRange(request.headers.get('range') ?? undefined, size)
  const all = {
    ...headers,
    'content-type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
  }
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...all, 'content-range': `bytes */${size}` } })
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range
  const length = { ...all, 'content-length': String(end - start + 1) }
  const [status, partial] =
    range === 'whole' ? [200, length] : [206, { ...length, 'content-range': `bytes ${start}-${end}/${size}` }]
  const isEmpty = request.method === 'HEAD' || size === 0
  return new Response(isEmpty ? null : streamOf(path, start, end), { status, headers: partial })
}

const streamOf = (path: string, start: number, end: number) =>
  Readable.toWeb(createReadStream(path, { start, end })) as globalThis.ReadableStream<Uint8Array>
