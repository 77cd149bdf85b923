import type { Log } from '#app/log.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { StoreFailure } from '#shared/storeFailure.ts'

/** What a caller is told of an error that the server itself met; the rest of it stays in the log. */
export function explainServerError(error: unknown, log: Log): AppError {
  if (error instanceof StoreFailure) {
    log('store failed', { error: String(error.cause) })
    return error.error
  }
  const { code, statusCode, stack } = error as { code?: string; statusCode?: number; stack?: string }
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return appError('BODY_TOO_LARGE')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return appError('NOT_JSON')
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return appError('JSON_BROKEN')
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return appError('NOT_UTF8')
  }
  if (error instanceof SyntaxError) return appError('JSON_BROKEN')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return appError('REQUEST_MALFORMED')
  log('request broke', { error: stack ?? String(error) })
  return appError('UNEXPECTED')
}
