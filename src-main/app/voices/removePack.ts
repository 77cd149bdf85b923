import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { partialName, removeLeftovers } from '#files/placeFile.ts'
import { folderError, isAbsent } from '#shared/fileError.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { holdingPack, packFolder } from './packFolder.ts'

/**
 * Removes a pack, or what a download left of one; the value says whether there was anything. It is gone at once, and its
 * bytes a little later, so that nobody meets half a pack.
 * Fails with VOICE_PACK_BUSY and the codes of writing a folder.
 */
export function removePack(home: string, name: string): Promise<Result<boolean>> {
  const folder = packFolder(home, name)
  const voices = dirname(folder)
  return holdingPack(home, name, async () => {
    // What an earlier removal could not finish.
    await removeLeftovers(voices)
    const going = join(voices, partialName())
    try {
      await rename(folder, going)
      await rm(going, { recursive: true, force: true })
      return ok(true)
    } catch (error) {
      return isAbsent(error) ? ok(false) : fail(folderError(error, folder))
    }
  })
}
