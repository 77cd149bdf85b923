import { setTimeout as wait } from 'node:timers/promises'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Failure } from './explainFailure.ts'

export interface Patience {
  /** How often one request is made, the first one included. */
  readonly attempts: number
  /** Milliseconds before the second attempt; doubled before each one after it. */
  readonly firstWait: number
  /** Milliseconds; a service that asks for more is not waited for. */
  readonly longestWait: number
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export const patience: Patience = {
  attempts: 5,
  firstWait: 500,
  longestWait: 90_000,
  sleep: async (milliseconds, signal) => void (await wait(milliseconds, undefined, { signal })),
}

/**
 * Makes the attempt until it succeeds, fails for good (twice with the same lasting words), or patience ends. Waits between half and all of the doubled
 * time (so that requests side by side do not come back together), and never less than the service asked for. Throws
 * when `signal` aborts, at once.
 *
 * @param onWait told of each wait before it begins: seconds
 */
export async function retry<T extends object>(
  attempt: () => Promise<T | Failure>,
  { attempts, firstWait, longestWait, sleep }: Patience,
  signal: AbortSignal,
  onWait: (seconds: number) => void = () => {},
): Promise<Result<T>> {
  let before: string | undefined
  for (let count = 1; ; count++) {
    const outcome = await attempt()
    if (!('again' in outcome)) return ok(outcome)
    const serverWait = outcome.wait ?? 0
    const lasts = outcome.lasting !== undefined && outcome.lasting === before
    before = outcome.lasting
    if (!outcome.again || lasts || count >= attempts || serverWait > longestWait) return fail(outcome.error(count))
    const own = firstWait * 2 ** (count - 1) * (0.5 + Math.random() / 2)
    const wait = serverWait > 0 ? serverWait + own / 4 : own
    onWait(wait / 1000)
    await sleep(wait, signal)
  }
}
