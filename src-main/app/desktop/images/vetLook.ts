import { resolve, sep } from 'node:path'
import { appError } from '#shared/errors.ts'
import type { Look } from '#shared/look/look.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { filesOf } from '../../looks/lookFiles.ts'

/** Says whether a look names only files that the app took in or that a saved look has. Fails with FILE_NOT_OURS. */
export type VetLook = (look: Look) => Result<Look>

/**
 * A page that was taken over could otherwise have any file of this machine drawn into a picture.
 *
 * @param folders where files are taken in to
 */
export function createVetLook(folders: readonly string[]): VetLook {
  const isOwn = (file: string) => folders.some((folder) => resolve(file).startsWith(resolve(folder) + sep))
  return (look) => {
    const stranger = filesOf(look).find(({ file }) => !isOwn(file))
    return stranger === undefined ? ok(look) : fail(appError('FILE_NOT_OURS', { path: stranger.file }))
  }
}
