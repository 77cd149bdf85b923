import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { placeFile } from '#files/placeFile.ts'
import type { Artifact } from '#shared/domain.ts'
import { ok, type Result } from '#shared/result.ts'

/** Bytes: a piece that a file is read in, 64 KiB, goes through in one. */
const chunkSize = 72 * 1024

/**
 * Packs finished files into the ZIP `out`, in the order given, under their own names. Nothing is held in memory.
 * Fails with DISK_FULL, FOLDER_READ_ONLY, FOLDER_IS_FILE, FILE_FAILED or CANCELLED, and leaves no ZIP then.
 */
export async function packageOutput(
  files: readonly Pick<Artifact, 'path' | 'name'>[],
  out: string,
  signal: AbortSignal,
): Promise<Result<Artifact>> {
  const write = async (partial: string): Promise<Result<void>> => {
    // Loaded with the first ZIP, so that speech does not wait for it.
    const { ZipArchive } = await import('archiver')
    // Films hardly shrink, so nothing is compressed. Yet entries are not `stored`: streamed ones of that kind have no
    // readable end, and the Finder refuses them (archiverjs/node-archiver#74). Deflate's own uncompressed blocks have one.
    const archive = new ZipArchive({ zlib: { level: 0, chunkSize } })
    const deflated = { store: false } // archiver's types don't know it
    try {
      // With its facts at hand an entry is queued at once, which keeps the order.
      for (const { path, name } of files) archive.file(path, { name, stats: await stat(path), ...deflated })
      await Promise.all([pipeline(archive, createWriteStream(partial), { signal }), archive.finalize()])
      return ok(undefined)
    } finally {
      archive.abort()
    }
  }
  const placed = await placeFile(out, write, signal)
  if (!placed.ok) return placed
  const { size } = await stat(out)
  return ok({ kind: 'zip', path: out, name: basename(out), size })
}
