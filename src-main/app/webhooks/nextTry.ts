import type { Delivery } from '#shared/job/job.ts'

const firstWaitMs = 10_000
/** Milliseconds between two tries at most. */
export const longestWaitMs = 4 * 60 * 60 * 1000
const dayMs = 24 * 60 * 60 * 1000

/**
 * When a delivery that has just failed is tried again: after 10 s, then three times as long each time, up to four hours;
 * undefined once a day has passed since it was asked for.
 */
export function nextTry(delivery: Delivery, now: Date): Date | undefined {
  const since = Date.parse(delivery.askedAt)
  const before = delivery.attempts.filter((attempt) => Date.parse(attempt.at) >= since).length
  const due = now.getTime() + Math.min(longestWaitMs, firstWaitMs * 3 ** before)
  return due - since > dayMs ? undefined : new Date(due)
}
