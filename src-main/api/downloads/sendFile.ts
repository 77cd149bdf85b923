import type { IncomingHttpHeaders } from 'node:http'
import { extname } from 'node:path'
import type { FastifyReply } from 'fastify'
import type { OpenFile } from '#app/jobs/openJobFile.ts'
import { parseRange } from './parseRange.ts'

/** What a finished file is, by the ending of its name: its media type. */
export const fileTypes: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.zip': 'application/zip',
  '.srt': 'application/x-subrip',
  '.vtt': 'text/vtt; charset=utf-8',
  '.json': 'application/json',
}

/** Streams a file as RFC 9110 has it: HEAD, versions by ETag and date, one byte range (206, 416). Closes the file. */
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
  if (isKnown(headers, tag, file.modified)) return finish(file, reply, 304)

  // A range of another version than the caller has would join two files into a broken one. HEAD has no ranges (§14.2).
  const whole = method === 'HEAD' || !isSameVersion(headers['if-range'], tag, file.modified)
  const range = whole ? 'whole' : parseRange(headers.range, file.size)
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

/** Whether the caller has this version: If-None-Match with any of its tags or `*`, else If-Modified-Since (§13.1). */
function isKnown(headers: IncomingHttpHeaders, tag: string, modified: Date): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers
  if (tags !== undefined) return tags.split(',').some((candidate) => ['*', tag, `W/${tag}`].includes(candidate.trim()))
  // NaN, where it is no date, is neither more nor less.
  return since !== undefined && wholeSeconds(modified) <= Date.parse(since)
}

/** Whether a range may be cut from this version: If-Range is absent, its tag, or its date (§13.1.5). */
function isSameVersion(ifRange: string | string[] | undefined, tag: string, modified: Date): boolean {
  return ifRange === undefined || ifRange === tag || ifRange === modified.toUTCString()
}

/** HTTP's dates have no milliseconds. */
const wholeSeconds = (date: Date) => Math.floor(date.getTime() / 1000) * 1000
