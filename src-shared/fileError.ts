import { type AppError, appError } from './errors.ts'
import { visiblePart } from './hiddenFiles.ts'
import { type Phrase, phrase, words } from './phrases.ts'

const reasons: Record<string, Phrase> = {
  EBUSY: phrase('FILE_IN_USE'),
  EISDIR: phrase('FOLDER_IN_PLACE'),
  ENOTEMPTY: phrase('FOLDER_IN_PLACE'),
  ENAMETOOLONG: phrase('NAME_TOO_LONG'),
  ENOENT: phrase('FOLDER_GONE'),
  EMFILE: phrase('TOO_MANY_OPEN'),
}

/**
 * The catalogue's error for what the file system said while the file `path` was being written: DISK_FULL,
 * FOLDER_READ_ONLY, FOLDER_IS_FILE or FILE_FAILED. Throws on what no file system says, Node's own errors that bear a
 * code among them.
 */
export function fileError(error: unknown, path: string): AppError {
  const visible = visiblePart(path)
  return explain(error, visible === path ? folderOf(path) : visible, path)
}

/**
 * Whether the file system said that there is nothing at the path: no such name, or a file where a folder of the path
 * should be. Whatever else it says of a path that was to be read leaves open what is there.
 */
export function isAbsent(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

const readReasons: Record<string, Phrase> = {
  EACCES: phrase('PERMISSIONS'),
  EPERM: phrase('PERMISSIONS'),
  EBUSY: phrase('FILE_IN_USE'),
  EISDIR: phrase('FOLDER'),
  EIO: phrase('DISK_UNREADABLE'),
  EMFILE: phrase('TOO_MANY_OPEN'),
}

/**
 * FILE_UNREADABLE, for what the file system said while the file or folder `path` was being read. Throws as `fileError`.
 * Whether there is nothing at `path` is for the caller to ask first: see `isAbsent`.
 */
export function readError(error: unknown, path: string): AppError {
  if (!isSystemError(error)) throw error
  return appError('FILE_UNREADABLE', { path, reason: readReasons[error.code] ?? words(error.code) }, error.message)
}

/** The same for a folder that was being made or looked into. */
export function folderError(error: unknown, folder: string): AppError {
  const visible = visiblePart(folder)
  return explain(error, visible, visible)
}

/** What the operating system said to a call. Errors of Node itself (`ERR_INVALID_ARG_TYPE`) have a code, but no call. */
interface SystemError {
  readonly code: string
  readonly syscall: string
  readonly message: string
  readonly path?: string
}

function isSystemError(error: unknown): error is SystemError {
  if (typeof error !== 'object' || error === null) return false
  return 'code' in error && typeof error.code === 'string' && 'syscall' in error
}

const folderOf = (path: string) => path.replace(/[\\/][^\\/]*$/, '') || '/'

function explain(error: unknown, folder: string, path: string): AppError {
  if (!isSystemError(error)) throw error
  const { code, message, path: at } = error
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return appError('DISK_FULL', { path: folder }, message)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return appError('FOLDER_READ_ONLY', { path: folder }, message)
    case 'EEXIST':
    case 'ENOTDIR':
      return appError('FOLDER_IS_FILE', { path: at ?? folder }, message)
    default:
      return appError('FILE_FAILED', { path, reason: reasons[code] ?? words(code) }, message)
  }
}
