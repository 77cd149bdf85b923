import type { Result } from '#shared/result.ts'

/** Does the work once and keeps its success; after a failure it is tried again when it is asked for again. */
export function onceSucceeded<T>(work: () => Promise<Result<T>>): () => Promise<Result<T>> {
  let doing: Promise<Result<T>> | undefined
  return () => {
    doing ??= work().then((result) => {
      if (!result.ok) doing = undefined
      return result
    })
    return doing
  }
}
