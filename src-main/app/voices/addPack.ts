import { rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { digestFile } from '#files/digestFile.ts'
import { makeFolder } from '#files/makeFolder.ts'
import { placeFile } from '#files/placeFile.ts'
import { appError } from '#shared/errors.ts'
import { fileError, folderError } from '#shared/fileError.ts'
import { formatSize } from '#shared/format.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { manifestName, type PackFile, PackManifest, packSize, type VoicePack } from '#shared/speech/voicePacks.ts'
import { unfinished } from './download/unfinished.ts'
import { holdingPack, packFolder, sizeOf } from './packFolder.ts'

/** Where a pack's files come from. */
export interface PackSource {
  /**
   * Brings one file to `path`, whole and with its hash, or not at all; `told` hears how many bytes of it are here.
   * Fails as the source does, and with the codes of writing a file.
   */
  bring(file: VoicePack['files'][number], path: string, told: (bytes: number) => void): Promise<Result<void>>
  close(): Promise<void>
}

export interface AddPackParts {
  readonly home: string
  readonly source: PackSource
  readonly signal: AbortSignal
  /** How many bytes of the pack are here, of how many. */
  readonly told: (done: number, total: number) => void
  /** Bytes that stay free on the disk. */
  readonly spare?: number
}

/** Bytes that a machine goes on working with. */
const usualSpare = 50e6

/**
 * Brings a pack into the data folder. What is there already, by its hash, stays; what another try began is gone on
 * with. The pack counts as there when its manifest is written, after its last file.
 * Fails with VOICE_PACK_BUSY where it is being worked on, VOICE_PACK_NO_ROOM before anything is fetched or when the disk
 * fills up on the way, CANCELLED, as the source does, and with the codes of writing a file.
 */
export function addPack(pack: VoicePack, parts: AddPackParts): Promise<Result<void>> {
  const { home, signal } = parts
  const folder = packFolder(home, pack.name)
  return holdingPack(home, pack.name, async () => {
    try {
      const missing: VoicePack['files'] = []
      for (const file of pack.files) {
        if (signal.aborted) return fail(appError('CANCELLED'))
        if (!(await isWhole(join(folder, file.path), file))) missing.push(file)
      }
      // A pack of which something is gone or damaged is none until it is mended.
      if (missing.length > 0) await rm(join(folder, manifestName), { force: true })
      await makeFolder(folder)
      const brought = await bringAll(pack, missing, folder, parts)
      return brought.ok ? await placeManifest(folder, pack, signal) : brought
    } catch (error) {
      return fail(folderError(error, folder))
    }
  })
}

/** Whether a file is there with the right bytes. */
export async function isWhole(path: string, { bytes, sha256 }: PackFile): Promise<boolean> {
  if ((await sizeOf(path)) !== bytes) return false
  return (await digestFile(path).catch(() => undefined)) === sha256
}

async function bringAll(
  pack: VoicePack,
  missing: VoicePack['files'],
  folder: string,
  { source, told, spare = usualSpare }: AddPackParts,
): Promise<Result<void>> {
  const total = packSize(pack)
  const room = await checkRoom(missing, folder, spare)
  if (!room.ok) return room
  let done = total - missing.reduce((sum, { bytes }) => sum + bytes, 0)
  told(done, total)
  for (const file of missing) {
    const path = join(folder, file.path)
    await makeFolder(dirname(path))
    const brought = await source.bring(file, path, (bytes) => told(done + bytes, total))
    if (!brought.ok) {
      const isFull = brought.error.code === 'DISK_FULL'
      const after = isFull ? await checkRoom(missing, folder, spare) : brought
      return after.ok ? brought : after
    }
    done += file.bytes
    told(done, total)
  }
  return ok(undefined)
}

/** VOICE_PACK_NO_ROOM where the files that are not here, and what stays free, are more than the disk has left. */
async function checkRoom(missing: readonly PackFile[], folder: string, spare: number): Promise<Result<void>> {
  let needed = 0
  for (const { path, bytes } of missing) {
    const at = join(folder, path)
    if ((await sizeOf(at)) !== bytes) needed += bytes - ((await sizeOf(unfinished(at))) ?? 0)
  }
  if (needed <= 0) return ok(undefined)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= needed + spare) return ok(undefined)
  return fail(
    appError('VOICE_PACK_NO_ROOM', { path: folder, needed: formatSize(needed + spare), free: formatSize(free) }),
  )
}

function placeManifest(folder: string, pack: VoicePack, signal: AbortSignal): Promise<Result<void>> {
  const path = join(folder, manifestName)
  const text = `${JSON.stringify(PackManifest.parse(pack), null, 2)}\n`
  const write = async (partial: string): Promise<Result<void>> => {
    try {
      await writeFile(partial, text)
      return ok(undefined)
    } catch (error) {
      return fail(fileError(error, path))
    }
  }
  return placeFile(path, write, signal)
}
