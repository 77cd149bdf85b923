import { access, constants, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '#files/makeFolder.ts'
import { removeLeftovers } from '#files/placeFile.ts'
import { folderError } from '#shared/fileError.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/** A folder for results. */
export interface PreparedFolder {
  /** Removes the folders that were made for it, as far as they are empty. */
  unmake(): Promise<void>
}

/**
 * Makes the folder for a job's results, sees that it can be written to before any speech is made for it, and removes
 * what killed runs left in it. Fails with FOLDER_READ_ONLY, FOLDER_IS_FILE, DISK_FULL or FILE_FAILED.
 */
export async function prepareFolder(folder: string): Promise<Result<PreparedFolder>> {
  let first: string | undefined
  try {
    first = await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch (error) {
    return fail(folderError(error, folder))
  }
  const cleared = await removeLeftovers(folder)
  if (!cleared.ok) return cleared
  return ok({ unmake: () => removeEmpty(folder, first) })
}

/** Removes `folder` and the folders above it, up to and including `last`; stops at the first that holds something. */
async function removeEmpty(folder: string, last: string | undefined): Promise<void> {
  if (last === undefined) return
  try {
    await rmdir(folder)
  } catch {
    return
  }
  if (folder !== last) await removeEmpty(dirname(folder), last)
}
