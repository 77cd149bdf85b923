import { constants, type FileHandle, open, realpath } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import { appError } from '#shared/errors.ts'
import { type Phrase, phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { jobsRoot } from './jobFolders.ts'

/** A finished file, open for reading; whoever gets it closes it. */
export interface OpenFile {
  readonly handle: FileHandle
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** When it was written. */
  readonly modified: Date
}

/**
 * Opens a job's finished file. What lies outside the jobs' folder once every link is resolved is not there, whatever the
 * store says. Fails with FILE_NOT_FOUND or DOWNLOAD_FAILED.
 */
export async function openJobFile(home: string, path: string, name: string): Promise<Result<OpenFile>> {
  let handle: FileHandle | undefined
  try {
    const real = await realpath(path)
    const inside = relative(await realpath(jobsRoot(home)), real)
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return fail(appError('FILE_NOT_FOUND'))
    // No link may take its place between the check and here; O_NONBLOCK: nor a pipe that never opens.
    handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const facts = await handle.stat()
    if (!facts.isFile()) {
      await handle.close()
      return fail(appError('FILE_NOT_FOUND'))
    }
    return ok({ handle, name, size: facts.size, modified: facts.mtime })
  } catch (error) {
    await handle?.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const gone = ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(code)
    return fail(
      gone ? appError('FILE_NOT_FOUND') : appError('DOWNLOAD_FAILED', { reason: reasons[code] ?? words(code) }),
    )
  }
}

const reasons: Readonly<Record<string, Phrase>> = {
  EACCES: phrase('FILE_UNREADABLE'),
  EPERM: phrase('FILE_UNREADABLE'),
  EIO: phrase('DISK_UNREADABLE'),
  EMFILE: phrase('TOO_MANY_OPEN'),
}
