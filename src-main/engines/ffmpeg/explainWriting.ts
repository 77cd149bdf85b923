import { type AppError, appError } from '#shared/errors.ts'

/** Says in one sentence why the file at `path` could not be written. Throws on what no file system says. */
export function explainWriting(error: unknown, path: string): AppError {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  if (code === 'ENOSPC' || code === 'EDQUOT') return appError('DISK_FULL', { path }, message)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return appError('FOLDER_READ_ONLY', { path }, message)
  return appError('FILE_FAILED', { path, reason: code }, message)
}
