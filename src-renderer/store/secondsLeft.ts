/** How far a job was at some moment. */
export interface Sample {
  /** Seconds. */
  readonly at: number
  /** 0 to 100 */
  readonly progress: number
}

/** Before this much time and progress a guess would only mislead. */
const leastSeconds = 4
const leastProgress = 6
/** Seconds: what is longer ago says little about the pace now. */
const memory = 30

/** The samples with one more; those that are too old to count are left out, and all when the job began anew. */
export function noteProgress(samples: readonly Sample[], now: Sample): readonly Sample[] {
  const before = samples.at(-1)
  if (before && before.progress > now.progress) return [now]
  return [...samples.filter(({ at }) => now.at - at <= memory), now]
}

/** How many seconds a job still takes at its pace of late; undefined while there are too few samples. */
export function secondsLeft(samples: readonly Sample[]): number | undefined {
  const last = samples.at(-1)
  if (!last) return undefined
  const first = samples.find(({ at }) => last.at - at <= memory) ?? last
  const [seconds, progress] = [last.at - first.at, last.progress - first.progress]
  if (seconds < leastSeconds || progress < leastProgress) return undefined
  return ((100 - last.progress) / progress) * seconds
}
