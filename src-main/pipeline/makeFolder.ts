import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing; the value is the first that was made, undefined when it was all
 * there. Rejects with what the file system says. Node's own recursive mkdir never ends where a folder is there but
 * takes no others, such as /proc.
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder)
    return folder
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && dirname(folder) !== folder) {
      const first = await makeFolder(dirname(folder))
      await mkdir(folder)
      return first ?? folder
    }
    // Some systems refuse to make a folder that is there with EROFS or EPERM rather than EEXIST.
    const there = await stat(folder).catch(() => null)
    if (there?.isDirectory()) return undefined
    throw error
  }
}
