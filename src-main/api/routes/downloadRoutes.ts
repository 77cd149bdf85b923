import { z } from 'zod'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { fileTypes, sendFile } from '../downloads/sendFile.ts'
import { voiceoverFile } from '../present/statusBody.ts'
import { type Answer, type ApiParts, type Call, pathOf, type Route, route } from '../route.ts'
import { DownloadRefusal } from '../wire/common.ts'
import { findJob } from './statusRoutes.ts'

const answers = {
  200: { description: 'The file.', types: Object.values(fileTypes) },
  206: { description: 'The range of it that was asked for.', types: Object.values(fileTypes) },
  304: { description: 'The caller has this version already.' },
  400: { description: 'The job has not been completed.', schema: DownloadRefusal },
  404: { description: 'There is no such session or file.', schema: DownloadRefusal },
  416: { description: 'The file has no such range.' },
  500: { description: 'The file can not be read.', schema: DownloadRefusal },
}
const headers = { range: 'One range of bytes.', 'if-none-match': 'The ETag of a version that is at hand.' }

/** The two ways to a finished file (API guide, 5, and every `file_url`). */
export const downloadRoutes: readonly Route[] = [
  route({
    name: 'downloadVoiceover',
    summary: "A voiceover's file, by its session or by any form of its stored address",
    method: 'GET',
    path: '/api/v1/voiceover/download/{session_id*}',
    params: z.strictObject({ session_id: z.string().max(4096) }),
    headers,
    answers,
    plainErrors: true,
    holds: 'download',
    handle: async (call) => download(await resolve(call.params.session_id, call), call),
  }),
  route({
    name: 'downloadFile',
    summary: 'A finished file, by the name in its file_url',
    method: 'GET',
    path: '/download-voiceover/{file*}',
    params: z.strictObject({ file: z.string().max(4096) }),
    headers,
    answers,
    plainErrors: true,
    holds: 'download',
    handle: async (call) => {
      const name = await resolve(call.params.file, call)
      const unknown = !name.ok && name.error.code === 'JOB_NOT_FOUND'
      return download(unknown ? fail(appError('FILE_NOT_FOUND')) : name, call)
    },
  }),
]

type Downloading = Pick<Call<z.ZodType, undefined, undefined>, 'parts' | 'reply'>

async function download(name: Result<string>, { parts, reply }: Downloading): Promise<Answer> {
  const opened = name.ok ? await parts.service.openFile(name.value) : name
  if (!opened.ok) {
    parts.log('download refused', { path: pathOf(reply.request), code: opened.error.code })
    return { error: opened.error }
  }
  await sendFile(opened.value, reply)
  return { streamed: true }
}

/**
 * The download name behind what a caller asks for: a session, a name, or any address that ends in one (API guide, "URL
 * Format Handling"). Only names that the store knows lead anywhere, so whatever stands in front of them does not matter.
 * Fails with JOB_NOT_FOUND, NOT_COMPLETED or NO_FILE.
 */
async function resolve(name: string, { parts }: Downloading): Promise<Result<string>> {
  for (const candidate of [name, lastName(name), lastName(decoded(name))]) {
    if (parts.service.isFile(candidate)) return ok(candidate)
    const session = await nameOfSession(candidate, parts)
    if (session.ok || session.error.code !== 'JOB_NOT_FOUND') return session
  }
  return fail(appError('JOB_NOT_FOUND'))
}

async function nameOfSession(id: string, parts: ApiParts): Promise<Result<string>> {
  const job = await findJob(id, 'voiceover', parts)
  if (!job.ok) return job
  if (job.value.state !== 'completed') return fail(appError('NOT_COMPLETED'))
  const file = voiceoverFile(job.value)
  return file ? ok(file.downloadName) : fail(appError('NO_FILE'))
}

/** What stands behind the last slash, without query and fragment. */
function lastName(address: string): string {
  const path = address.replace(/[?#].*$/s, '')
  return path.split(/[\\/]/).findLast((name) => name !== '') ?? ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
