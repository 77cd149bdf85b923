import { join } from 'node:path'
import { appError, type ErrorCode } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type PreparedFolder, prepareFolder } from './prepareFolder.ts'

const reasons: Partial<Record<ErrorCode, string>> = {
  FOLDER_READ_ONLY: 'it may not write',
  FOLDER_IS_FILE: 'a file is in the way',
  FILE_FAILED: 'no folder can be made',
}

interface DataFolder extends PreparedFolder {
  /** Where jobs keep what they need while they run. */
  readonly work: string
}

/**
 * Makes the data folder, sees that it can be written to, and removes what killed runs left in its folder for work.
 * Fails with DATA_FOLDER_UNUSABLE or DISK_FULL.
 */
export async function prepareDataFolder(home: string): Promise<Result<DataFolder>> {
  const work = join(home, 'work')
  const prepared = await prepareFolder(work)
  if (prepared.ok) return ok({ ...prepared.value, work })
  const { code, message } = prepared.error
  const reason = reasons[code]
  return reason === undefined ? prepared : fail(appError('DATA_FOLDER_UNUSABLE', { path: home, reason }, message))
}
