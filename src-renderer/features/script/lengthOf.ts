import type { JobKind } from '#shared/domain.ts'

/** Seconds: where viewers of Shorts leave, and where YouTube does. */
const shortLimits = { advised: 60, youtube: 180 } as const

/** Whether a part is longer than a Short should be, or can be. */
export function lengthOf(seconds: number, kind: JobKind): 'fine' | 'long' | 'too-long' {
  if (kind !== 'shorts' || seconds <= shortLimits.advised) return 'fine'
  return seconds <= shortLimits.youtube ? 'long' : 'too-long'
}
