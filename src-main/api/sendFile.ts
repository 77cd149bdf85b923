import { extname } from 'node:path'
import type { FastifyReply } from 'fastify'
import type { OpenFile } from '#app/openJobFile.ts'
import { parseRange } from './parseRange.ts'

/** What a file is by the ending of its name. */
export const fileTypes: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.zip': 'application/zip',
  '.srt': 'application/x-subrip',
  '.vtt': 'text/vtt; charset=utf-8',
  '.json': 'application/json',
}

/** Streams a file as RFC 9110 has it: HEAD, ETag and conditions, one byte range (206, 416). Closes the file. */
export async function sendFile(file: OpenFile, reply: FastifyReply): Promise<void> {
  const { method, headers } = reply.request
  const tag = `"${file.size.toString(36)}-${file.modified.getTime().toString(36)}"`
  reply
    .header('content-type', fileTypes[extname(file.name).toLowerCase()] ?? 'application/octet-stream')
    .header('content-disposition', disposition(file.name))
    .header('accept-ranges', 'bytes')
    .header('etag', tag)
    .header('last-modified', file.modified.toUTCString())
    .header('cache-control', 'private, no-cache')
  if (matches(headers['if-none-match'], tag)) return finish(file, reply, 304)

  // A range of another version than the caller has would join two files into a broken one.
  const sameVersion = headers['if-range'] === undefined || headers['if-range'] === tag
  const range = sameVersion ? parseRange(headers.range, file.size) : 'whole'
  if (range === 'unsatisfiable') return finish(file, reply.header('content-range', `bytes */${file.size}`), 416)
  const { start, end } = range === 'whole' ? { start: 0, end: file.size - 1 } : range
  if (range !== 'whole') reply.header('content-range', `bytes ${start}-${end}/${file.size}`)
  const status = range === 'whole' ? 200 : 206
  reply.header('content-length', end - start + 1)
  if (method === 'HEAD' || end < start) return finish(file, reply, status)
  // The stream closes the file, also when the caller hangs up.
  await reply.code(status).send(file.handle.createReadStream({ start, end }))
}

async function finish(file: OpenFile, reply: FastifyReply, status: number): Promise<void> {
  await file.handle.close()
  await reply.code(status).send()
}

/** `attachment` with the name in plain ASCII, and where that is not all of it, in UTF-8 too (RFC 6266, RFC 8187). */
function disposition(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\]/gu, '_')
  const simple = `attachment; filename="${plain}"`
  if (plain === name) return simple
  const extended = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${simple}; filename*=UTF-8''${extended}`
}

/** If-None-Match: any of the tags, strong or weak, or `*`. */
function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((candidate) => ['*', tag, `W/${tag}`].includes(candidate.trim()))
}
