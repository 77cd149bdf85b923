import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/** Written when the app is packaged, into the archive whose integrity Electron checks: which ffmpeg lies beside it. */
const Record = z.object({ file: z.string(), sha256: z.string() })

/**
 * The ffmpeg that a packaged app brings, when it is the very file that was packaged: it lies outside of the archive,
 * where another program could have put its own in its place. Undefined where the app brings none.
 * Fails with FFMPEG_BROKEN.
 *
 * @param app folder of the app's own files
 * @param resources folder beside the archive
 */
export async function shippedFfmpeg(app: string, resources: string): Promise<Result<string | undefined>> {
  const record = join(app, 'dist', 'ffmpeg.json')
  if (!existsSync(record)) return ok(undefined)
  const { file, sha256 } = Record.parse(JSON.parse(readFileSync(record, 'utf8')))
  const path = join(resources, file)
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch {
    return fail(appError('FFMPEG_BROKEN', { path, missing: 'its file' }))
  }
  if (hash.digest('hex') === sha256) return ok(path)
  return fail(appError('FFMPEG_BROKEN', { path, missing: 'the content that it was shipped with' }))
}
