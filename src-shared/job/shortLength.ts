import type { JobKind } from '../domain.ts'

/**
 * Seconds. Instagram refuses Reels under 3 s; YouTube takes Shorts of up to 3 minutes, and blocks one of more than a
 * minute on which somebody claims the music (YouTube Help, "Understand three-minute YouTube Shorts").
 */
const shortLimits = { least: 3, music: 60, most: 180 } as const

export type ShortLength = 'short' | 'fine' | 'long' | 'too-long'

/** Whether a part, in seconds, is shorter or longer than a Short should be, or can be. */
export function shortLengthOf(seconds: number, kind: JobKind): ShortLength {
  if (kind !== 'shorts') return 'fine'
  if (seconds < shortLimits.least) return 'short'
  if (seconds <= shortLimits.music) return 'fine'
  return seconds <= shortLimits.most ? 'long' : 'too-long'
}
