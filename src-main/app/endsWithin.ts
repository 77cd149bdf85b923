import { setTimeout as wait } from 'node:timers/promises'

/** Waits for a promise to settle, for at most `ms` milliseconds; whether it did. Rejects as it does. */
export async function endsWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const over = new AbortController()
  const late = wait(ms, false, { signal: over.signal }).catch(() => false)
  try {
    return await Promise.race([promise.then(() => true), late])
  } finally {
    over.abort()
  }
}
