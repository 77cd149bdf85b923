import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileLock, lockFile } from '#files/lockFile.ts'
import { appError } from '#shared/errors.ts'
import { folderError } from '#shared/fileError.ts'
import { fail, type Result } from '#shared/result.ts'
import { manifestName, PackManifest } from '#shared/speech/voicePacks.ts'
import { voicesFolder } from '../data/dataFolder.ts'

/** Where a pack's files are. */
export const packFolder = (home: string, name: string) => join(voicesFolder(home), name)

/** What a pack's folder says that it holds; undefined where there is no whole pack. */
export async function readManifest(folder: string): Promise<PackManifest | undefined> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return PackManifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Bytes of a file; undefined where there is none that can be seen. */
export const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ size }) => size,
    () => undefined,
  )

/**
 * Does something to a pack's files that nobody else may do to them meanwhile, in this process or another.
 * Fails with VOICE_PACK_BUSY, as `work` does, and with the codes of making a folder.
 */
export async function holdingPack<T>(home: string, name: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  let lock: FileLock | undefined
  try {
    lock = lockFile(join(voicesFolder(home), `.${name}.lock`))
  } catch (error) {
    return fail(folderError(error, voicesFolder(home)))
  }
  if (!lock) return fail(appError('VOICE_PACK_BUSY', { name }))
  try {
    return await work()
  } finally {
    lock.close()
  }
}
