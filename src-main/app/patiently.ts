import { setTimeout as wait } from 'node:timers/promises'
import type { Result } from '#shared/result.ts'

/** Milliseconds between two tries, and for all of them. */
const pauseMs = 250
const usualPatienceMs = 5_000

/**
 * Does again what failed because another program holds the database locked, until it works or the patience ends. Nothing
 * else waits meanwhile, and what `attempt` checks is checked at each try. Fails as `attempt` does.
 */
export async function patiently<T>(attempt: () => Result<T>, patienceMs = usualPatienceMs): Promise<Result<T>> {
  const end = Date.now() + patienceMs
  for (;;) {
    const result = attempt()
    if (result.ok || result.error.code !== 'STORE_BUSY' || Date.now() >= end) return result
    await wait(pauseMs)
  }
}
