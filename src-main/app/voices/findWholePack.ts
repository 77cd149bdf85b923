import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { manifestName, PackManifest, voicePacks } from '#shared/speech/voicePacks.ts'
import { packFolder } from './packFolder.ts'

/** A pack that can be spoken with. */
export interface WholePack {
  readonly name: string
  readonly folder: string
  /** Changes with every file of it. */
  readonly digest: string
}

/**
 * The best pack whose files are all here, by their sizes; the hashes are compared by `checkPack`. Fails with
 * VOICE_PACK_DAMAGED where there is one that lacks something, VOICE_PACK_MISSING where there is none.
 *
 * @param names those that may be taken, the best first; absent: every pack
 */
export function findWholePack(home: string, names = voicePacks.map(({ name }) => name)): Result<WholePack> {
  const found = names.map((name) => readPack(home, name))
  const missing = fail(appError('VOICE_PACK_MISSING', { name: names[0]! }))
  return found.find((pack) => pack?.ok) ?? found.find((pack) => pack !== undefined) ?? missing
}

function readPack(home: string, name: string): Result<WholePack> | undefined {
  const folder = packFolder(home, name)
  const manifest = readManifest(join(folder, manifestName))
  if (!manifest) return undefined
  const wrong = manifest.files.filter(({ path, bytes }) => sizeOf(join(folder, path)) !== bytes)
  const files = wrong.map(({ path }) => path).join(', ')
  if (wrong.length > 0) return fail(appError('VOICE_PACK_DAMAGED', { name, files }))
  const hashes = JSON.stringify(manifest.files.map(({ path, sha256 }) => [path, sha256]))
  return ok({ name, folder, digest: createHash('sha256').update(hashes).digest('hex') })
}

function readManifest(path: string): PackManifest | undefined {
  try {
    return PackManifest.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    // Not there, or not whole: addPack writes it last, and whole.
    return undefined
  }
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size
