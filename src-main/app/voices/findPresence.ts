import { join } from 'node:path'
import type { PackPresence, VoicePack } from '#shared/speech/voicePacks.ts'
import { unfinished } from './download/unfinished.ts'
import { packFolder, readManifest, sizeOf } from './packFolder.ts'

/** What is here of a pack, by the sizes of its files; `checkPack` reads them. */
export async function findPresence(home: string, pack: VoicePack): Promise<PackPresence> {
  const folder = packFolder(home, pack.name)
  const manifest = await readManifest(folder)
  const files = manifest?.files ?? pack.files
  const sizes = await Promise.all(
    files.map(async ({ path, bytes }) => {
      const size = (await sizeOf(join(folder, path))) ?? (await sizeOf(unfinished(join(folder, path)))) ?? 0
      return Math.min(size, bytes)
    }),
  )
  const done = sizes.reduce((sum, size) => sum + size, 0)
  if (!manifest) return { state: done > 0 ? 'begun' : 'absent', done }
  return { state: files.every(({ bytes }, index) => sizes[index] === bytes) ? 'whole' : 'damaged', done }
}
