import { join } from 'node:path'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { isWhole } from './addPack.ts'
import { packFolder, readManifest } from './packFolder.ts'

/**
 * Reads every file of a pack and compares its hash with the manifest's. Fails with VOICE_PACK_MISSING,
 * VOICE_PACK_DAMAGED with the files that are gone or wrong, or CANCELLED.
 */
export async function checkPack(home: string, name: string, signal: AbortSignal): Promise<Result<void>> {
  const folder = packFolder(home, name)
  const manifest = await readManifest(folder)
  if (!manifest) return fail(appError('VOICE_PACK_MISSING', { name }))
  const wrong: string[] = []
  for (const file of manifest.files) {
    if (signal.aborted) return fail(appError('CANCELLED'))
    if (!(await isWhole(join(folder, file.path), file))) wrong.push(file.path)
  }
  return wrong.length === 0 ? ok(undefined) : fail(appError('VOICE_PACK_DAMAGED', { name, files: wrong.join(', ') }))
}
