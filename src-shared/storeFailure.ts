import { type AppError, englishSentence } from './errors.ts'
import { fail, ok, type Result } from './result.ts'

/** What a store throws that can't be read: its file is locked, damaged or gone. The machine's fault, not the program's. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
  /** STORE_BUSY or STORE_FAILED. */
  readonly error: AppError

  constructor(error: AppError, cause?: unknown) {
    super(englishSentence(error), { cause })
    this.error = error
  }
}

/** What `work` returns; a StoreFailure that it throws as a failed Result. */
export function storeResult<T>(work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    return fail(error.error)
  }
}
