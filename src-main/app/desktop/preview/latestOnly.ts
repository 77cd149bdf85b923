import { appError } from '#shared/errors.ts'
import { fail, type Result } from '#shared/result.ts'

export interface Latest {
  /** Runs `work`; what runs here already is told to stop, and answers CANCELLED. */
  run<T>(work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>>
  stop(): void
}

/** For what only the newest is wanted of, such as a preview while somebody types. */
export function openLatestOnly(): Latest {
  let running = new AbortController()
  return {
    async run(work) {
      running.abort()
      const own = new AbortController()
      running = own
      const result = await work(own.signal)
      return own.signal.aborted ? fail(appError('CANCELLED')) : result
    },
    stop: () => running.abort(),
  }
}
