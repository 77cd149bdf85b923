import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { digestFile } from '#files/digestFile.ts'
import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/** Written when the app is packaged, into the archive whose integrity Electron checks: the programs that lie beside it. */
const Shipped = z.array(z.object({ file: z.string(), sha256: z.string() }))

/**
 * Compares each ffmpeg that a packaged app brings with the one that was packaged, before it is started first: they lie
 * outside of the archive, where another program could have put its own in their place. Fails with FFMPEG_BROKEN.
 *
 * @param app folder of the app's own files
 * @param resources folder beside the archive
 */
export async function checkShippedFfmpeg(app: string, resources: string): Promise<Result<void>> {
  const record = join(app, 'dist', 'ffmpeg.json')
  if (!existsSync(record)) return ok(undefined)
  for (const { file, sha256 } of Shipped.parse(JSON.parse(readFileSync(record, 'utf8')))) {
    const path = join(resources, file)
    // One that is gone is not started either; another one is looked for.
    if (!existsSync(path)) continue
    if ((await digestFile(path)) !== sha256)
      return fail(appError('FFMPEG_BROKEN', { path, reason: phrase('FFMPEG_CHANGED') }))
  }
  return ok(undefined)
}
