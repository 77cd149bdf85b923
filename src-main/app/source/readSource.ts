import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { type AppError, appError } from '#shared/errors.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type ImportChoices, type ImportedScript, importSource } from './importSource.ts'

/** A Word document with pictures is large, a script never. */
const mostBytes = 20 * 2 ** 20

/**
 * The script in a file on the disk, or in standard input for `-`. Fails as importSource does, and with
 * SCRIPT_NOT_FOUND, SCRIPT_IS_FOLDER, SCRIPT_UNREADABLE, or CANCELLED when the signal aborts.
 */
export async function readSource(
  path: string,
  choices: ImportChoices,
  signal: AbortSignal,
): Promise<Result<ImportedScript>> {
  const bytes = await readBytes(path, signal)
  if (!bytes.ok) return bytes
  const name = path === '-' ? 'Standard input' : path
  const imported = await importSource({ name, bytes: bytes.value.subarray(0, mostBytes) }, choices)
  const isCut = bytes.value.length > mostBytes
  // What was cut off can't be read as what it is, nor be short enough.
  if (!isCut || (!imported.ok && imported.error.code === 'SCRIPT_NOT_TEXT')) return imported
  return fail(appError('SCRIPT_TOO_LONG', { length: `more than ${choices.limit}`, limit: choices.limit }))
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

function readError(error: NodeJS.ErrnoException, path: string): AppError {
  if (error.code === undefined) throw error
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return appError('SCRIPT_NOT_FOUND', { path })
  if (error.code === 'EISDIR') return appError('SCRIPT_IS_FOLDER', { path })
  const reason = error.code === 'EACCES' || error.code === 'EPERM' ? phrase('NOT_ALLOWED') : words(error.code)
  return appError('SCRIPT_UNREADABLE', { path, reason }, error.message)
}
