import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeLeftovers } from './placeFile.ts'

/**
 * Brings a cache folder under a size: removes its entries (files, or folders as a whole), those first that were used
 * longest ago by their time of change, and what killed processes left. What can not be read or removed stays.
 *
 * @param most bytes
 * @returns the bytes that are left
 */
export async function pruneFolder(folder: string, most: number): Promise<number> {
  await removeLeftovers(folder)
  const names = await readdir(folder).catch(() => [])
  // Hidden files are being written at this moment (see placeFile).
  const paths = names.filter((name) => !name.startsWith('.')).map((name) => join(folder, name))
  const entries = (await Promise.all(paths.map(measure))).filter((entry) => entry !== undefined)
  let left = entries.reduce((sum, entry) => sum + entry.size, 0)
  for (const { path, size } of entries.toSorted((one, other) => one.used - other.used)) {
    if (left <= most) break
    const gone = await rm(path, { recursive: true, force: true }).then(
      () => true,
      () => false,
    )
    if (gone) left -= size
  }
  return left
}

/** Undefined where the entry went away meanwhile: another process may prune too. */
async function measure(path: string): Promise<{ path: string; size: number; used: number } | undefined> {
  try {
    const stats = await lstat(path)
    if (!stats.isDirectory()) return { path, size: stats.size, used: stats.mtimeMs }
    const inside = await Promise.all((await readdir(path)).map((name) => measure(join(path, name))))
    return { path, size: inside.reduce((sum, entry) => sum + (entry?.size ?? 0), 0), used: stats.mtimeMs }
  } catch {
    return undefined
  }
}
