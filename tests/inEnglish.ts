import { englishSentence } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'

/** A result as the command line and the API tell it: a failure with its sentence instead of its facts. */
export function inEnglish<T>(result: Result<T>) {
  if (result.ok) return result
  const { code, detail } = result.error
  return { ok: false, error: { code, message: englishSentence(result.error), ...(detail !== undefined && { detail }) } }
}
