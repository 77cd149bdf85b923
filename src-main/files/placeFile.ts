import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { appError } from '#shared/errors.ts'
import { fileError, folderError } from '#shared/fileError.ts'
import { hiddenPrefix } from '#shared/hiddenFiles.ts'
import { fail, ok, type Result } from '#shared/result.ts'

import { isProcessRunning } from './isProcessRunning.ts'
import { makeFolder } from './makeFolder.ts'

/**
 * Makes the file `path` appear whole or not at all: `write` gets the path of a hidden file beside it with the same
 * ending, which is flushed to the disk and renamed when `write` succeeds, and removed when it fails, throws what a file
 * system says, or the signal aborts. The folder is made when it is missing; a file that was there is replaced.
 * Fails with what `write` fails with, DISK_FULL, FOLDER_READ_ONLY, FOLDER_IS_FILE, FILE_FAILED or CANCELLED.
 */
export async function placeFile<T>(
  path: string,
  write: (partial: string) => Promise<Result<T>>,
  signal: AbortSignal,
): Promise<Result<T>> {
  const partial = join(dirname(path), partialName(extname(path)))
  try {
    await makeFolder(dirname(path))
    const written = await write(partial)
    if (!written.ok) return written
    await flushFile(partial)
    if (signal.aborted) return fail(appError('CANCELLED'))
    await rename(partial, path)
    return written
  } catch (error) {
    return fail(signal.aborted ? appError('CANCELLED') : fileError(error, path))
  } finally {
    // After the rename there is nothing by this name; on a disk that broke away, nothing can be done.
    await rm(partial, { force: true }).catch(() => {})
  }
}

/**
 * Removes what partialName named in a folder and nobody will finish: the work of processes that were killed, and of this
 * one too when it is about to end.
 */
export async function removeLeftovers(folder: string, ending = false): Promise<Result<void>> {
  try {
    for (const name of await readdir(folder)) {
      const pid = writerOf(name)
      const left = pid === process.pid ? ending : pid !== null && !isProcessRunning(pid)
      if (left) await rm(join(folder, name), { recursive: true, force: true })
    }
    return ok(undefined)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? ok(undefined) : fail(folderError(error, folder))
  }
}

/** A new hidden name. The process is part of it, so that only files whose process has ended are swept away. */
export function partialName(ending = ''): string {
  return `${hiddenPrefix}${process.pid}-${randomBytes(4).toString('hex')}${ending}`
}

function writerOf(name: string): number | null {
  if (!name.startsWith(hiddenPrefix)) return null
  const match = /^(\d+)-[0-9a-f]{8}/.exec(name.slice(hiddenPrefix.length))
  return match ? Number(match[1]) : null
}

/** Flushes a file to the disk: else a power cut after a rename can leave an empty file by the final name. */
export async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
