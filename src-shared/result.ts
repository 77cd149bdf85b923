import type { AppError } from './errors.ts'

/** What every step that can fail in an expected way returns: the value, or an error from the catalogue. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (error: AppError): Result<never> => ({ ok: false, error })
