import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing; the value is the first that was made, undefined when it was all
 * there. Rejects with what the file system says. Node's own recursive mkdir never ends where a folder is there but
 * takes no others, such as /proc.
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    return await makeOne(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    const first = await makeFolder(dirname(folder))
    const result = await makeOne(folder)
    return first ?? result
  }
}

/** The folder where it was made, undefined where it was there: another process may make the same one at the same time. */
async function makeOne(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder)
    return folder
  } catch (error) {
    // Some systems refuse to make a folder that is there with EROFS or EPERM rather than EEXIST.
    const there = await stat(folder).catch(() => null)
    if (there?.isDirectory()) return undefined
    throw error
  }
}
