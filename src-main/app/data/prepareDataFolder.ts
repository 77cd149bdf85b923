import { join } from 'node:path'
import { appError, type ErrorCode, englishSentence } from '#shared/errors.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { makeDataFolder } from './makeDataFolder.ts'
import { type PreparedFolder, prepareFolder } from './prepareFolder.ts'

const reasons: Partial<Record<ErrorCode, Phrase>> = {
  FOLDER_READ_ONLY: phrase('NOT_WRITABLE'),
  FOLDER_IS_FILE: phrase('FILE_IN_THE_WAY'),
  FILE_FAILED: phrase('NO_FOLDER'),
}

interface DataFolder extends PreparedFolder {
  /** Where jobs keep what they need while they run. */
  readonly work: string
}

/**
 * Makes the data folder, for its owner alone, sees that it can be written to, and removes what killed runs left in its folder for work.
 * Fails with DATA_FOLDER_UNUSABLE or DISK_FULL.
 */
export async function prepareDataFolder(home: string): Promise<Result<DataFolder>> {
  const work = join(home, 'work')
  const prepared = await prepareFolder(work)
  if (prepared.ok) {
    makeDataFolder(home)
    return ok({ ...prepared.value, work })
  }
  const reason = reasons[prepared.error.code]
  if (reason === undefined) return prepared
  return fail(appError('DATA_FOLDER_UNUSABLE', { path: home, reason }, englishSentence(prepared.error)))
}
