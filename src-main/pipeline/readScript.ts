import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { decodeText } from '#files/decodeText.ts'
import { scriptLimit } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { parseScript } from '#shared/script/parseScript.ts'

// A character takes four bytes at most; a file past this is too long whatever its encoding.
const mostBytes = 4 * scriptLimit + 4

/**
 * Reads a script from a plain text file, or from standard input for `-`, in whichever encoding it was saved
 * (see decodeText). Fails with the SCRIPT_* codes, or CANCELLED when the signal aborts.
 */
export async function readScript(path: string, signal: AbortSignal): Promise<Result<string>> {
  const name = path === '-' ? 'Standard input' : path
  const bytes = await readBytes(path, signal)
  if (!bytes.ok) return bytes
  const tooLong = bytes.value.length > mostBytes
  const text = decodeText(tooLong ? bytes.value.subarray(0, mostBytes) : bytes.value)
  if (text === null) return fail(appError('SCRIPT_NOT_TEXT', { path: name }))
  if (tooLong || text.length > scriptLimit) {
    const length = tooLong ? `more than ${scriptLimit}` : text.length
    return fail(appError('SCRIPT_TOO_LONG', { length, limit: scriptLimit }))
  }
  if (parseScript(text).segments.length === 0) return fail(appError('SCRIPT_EMPTY', { path: name }))
  return ok(text)
}

async function readBytes(path: string, signal: AbortSignal): Promise<Result<Buffer>> {
  if (signal.aborted) return fail(appError('CANCELLED'))
  try {
    if (path === '-') return ok(await collect(process.stdin, signal))
    if ((await stat(path)).isDirectory()) return fail(appError('SCRIPT_IS_FOLDER', { path }))
    return ok(await collect(createReadStream(path), signal))
  } catch (error) {
    if (signal.aborted) return fail(appError('CANCELLED'))
    return fail(readError(error as NodeJS.ErrnoException, path))
  }
}

/** Reads until the end, or until it is clear that this is too much: a device or a film has no end worth waiting for. */
async function collect(stream: Readable, signal: AbortSignal): Promise<Buffer> {
  const stop = () => stream.destroy(new Error('stopped'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of stream) {
      chunks.push(chunk)
      length += chunk.length
      if (length > mostBytes) break
    }
    return Buffer.concat(chunks)
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function readError(error: NodeJS.ErrnoException, path: string) {
  if (error.code === undefined) throw error
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return appError('SCRIPT_NOT_FOUND', { path })
  if (error.code === 'EISDIR') return appError('SCRIPT_IS_FOLDER', { path })
  const reason = error.code === 'EACCES' || error.code === 'EPERM' ? phrase('NOT_ALLOWED') : words(error.code)
  return appError('SCRIPT_UNREADABLE', { path, reason }, error.message)
}
