/** Hz between which a voice's pitch is looked for. */
const pitchRange = { min: 55, max: 400 } as const
/** Seconds of sound in which it is looked for: two periods of the lowest. */
const windowLength = 0.04
/** How alike two periods are at least where there is a pitch at all, and by how much a longer period has to fit better. */
const leastLikeness = 0.6
const betterBy = 0.02
/** Mean power under which nothing is heard. */
const leastPower = 1e-4
/** By how much periods are made louder or quieter at most. */
const mostGain = 2

/**
 * Moves the pitch of a part of speech and keeps its length and its formants: periods are laid closer or wider
 * (TD-PSOLA; Moulines and Charpentier, Speech Communication 9, 1990). Where there is no pitch nothing changes.
 *
 * @param part samples, `to` not included
 * @param factorAt of the pitch, at 0 (the part's beginning) to 1 (its end)
 * @returns as many samples, the same outside of the part
 */
export function shiftPitch(
  samples: Float32Array,
  sampleRate: number,
  part: { readonly from: number; readonly to: number },
  factorAt: (place: number) => number,
): Float32Array {
  const shifted = Float32Array.from(samples)
  for (const marks of voicedRuns(samples, sampleRate, part)) {
    const first = marks[0]!
    const last = marks.at(-1)!
    const reach = Math.max(first.period, last.period)
    const [from, to] = [Math.max(0, first.at - reach), Math.min(samples.length, last.at + reach + 1)]
    const sum = new Float32Array(to - from)
    const weight = new Float32Array(to - from)
    for (let at = first.at, next = 0; at <= last.at; ) {
      while (next + 1 < marks.length && Math.abs(marks[next + 1]!.at - at) <= Math.abs(marks[next]!.at - at)) next++
      const mark = marks[next]!
      for (let offset = -mark.period; offset <= mark.period; offset++) {
        const [source, target] = [mark.at + offset, at + offset - from]
        if (source < 0 || source >= samples.length || target < 0 || target >= sum.length) continue
        const window = 0.5 + 0.5 * Math.cos((Math.PI * offset) / mark.period)
        sum[target]! += window * samples[source]!
        weight[target]! += window
      }
      at += Math.max(1, Math.round(mark.period / factorAt((at - part.from) / (part.to - part.from))))
    }
    const laid = sum.map((sample, at) => sample / Math.max(1, weight[at]!))
    const gain = gainBetween(samples.subarray(first.at, last.at), laid.subarray(first.at - from, last.at - from))
    for (let at = from; at < to; at++) {
      // At the ends, where periods cover less than the whole, the sound as it was makes up for it.
      shifted[at] = gain * laid[at - from]! + Math.max(0, 1 - weight[at - from]!) * samples[at]!
    }
  }
  return shifted
}

/** Periods that are laid closer may cancel each other in part: what makes them as loud as before, within bounds. */
function gainBetween(before: Float32Array, after: Float32Array): number {
  const power = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0)
  return Math.min(mostGain, Math.max(1 / mostGain, Math.sqrt(power(before) / (power(after) + 1e-12))))
}

/** The pitch of a part of speech in Hz, the median of where there is one; undefined where there is none. */
export function medianPitch(
  samples: Float32Array,
  sampleRate: number,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  const periods: number[] = []
  for (let at = from; at < to; at += Math.round(0.02 * sampleRate)) {
    const period = periodAt(samples, sampleRate, at)
    if (period !== undefined) periods.push(period)
  }
  const middle = periods.sort((one, other) => one - other)[periods.length >> 1]
  return middle && sampleRate / middle
}

/** The middle of a period and how long that is, in samples. */
interface PitchMark {
  readonly at: number
  readonly period: number
}

/** The periods of each stretch that has a pitch, in order, two at least. */
function voicedRuns(
  samples: Float32Array,
  sampleRate: number,
  { from, to }: { from: number; to: number },
): PitchMark[][] {
  const runs: PitchMark[][] = []
  let run: PitchMark[] = []
  const end = () => {
    if (run.length > 1) runs.push(run)
    run = []
  }
  for (let at = from; at < to; ) {
    const period = periodAt(samples, sampleRate, at)
    if (period === undefined) {
      end()
      at += Math.round(0.005 * sampleRate)
      continue
    }
    const before = run.at(-1)
    // A period is marked at its loudest sample; the next one looks for its own near where that should be.
    const around = before ? before.at + period : at + Math.round(period / 2)
    const mark = { at: loudest(samples, around, Math.round(period * (before ? 0.15 : 0.5))), period }
    if (mark.at >= to) break
    run.push(mark)
    at = mark.at + Math.round(period / 2)
  }
  end()
  return runs
}

/** Samples of one period of the voice that sounds at `at`; undefined where none does. */
function periodAt(samples: Float32Array, sampleRate: number, at: number): number | undefined {
  const length = Math.round(windowLength * sampleRate)
  const [shortest, longest] = [Math.round(sampleRate / pitchRange.max), Math.round(sampleRate / pitchRange.min)]
  if (at + length + longest >= samples.length) return lastPeriod(samples, sampleRate, at)
  return bestPeriod(samples, at, { length, shortest, longest })
}

/** The same where less sound is left than is looked at elsewhere. */
function lastPeriod(samples: Float32Array, sampleRate: number, at: number): number | undefined {
  const left = samples.length - at
  const longest = Math.min(Math.round(sampleRate / pitchRange.min), left >> 1)
  const shortest = Math.round(sampleRate / pitchRange.max)
  return longest <= shortest ? undefined : bestPeriod(samples, at, { length: left - longest, shortest, longest })
}

function bestPeriod(
  samples: Float32Array,
  at: number,
  { length, shortest, longest }: { length: number; shortest: number; longest: number },
): number | undefined {
  let power = 0
  for (let i = 0; i < length; i++) power += samples[at + i]! ** 2
  if (power / length < leastPower) return undefined
  let [best, period] = [leastLikeness, 0]
  for (let lag = shortest; lag <= longest; lag++) {
    let [product, other] = [0, 0]
    for (let i = 0; i < length; i++) {
      const later = samples[at + lag + i]!
      product += samples[at + i]! * later
      other += later * later
    }
    const likeness = product / Math.sqrt(power * other + 1e-12)
    if (likeness > best + (period ? betterBy : 0)) [best, period] = [likeness, lag]
  }
  return period || undefined
}

function loudest(samples: Float32Array, around: number, reach: number): number {
  let best = Math.max(0, Math.min(samples.length - 1, around))
  for (let at = Math.max(0, around - reach); at <= Math.min(samples.length - 1, around + reach); at++) {
    if (samples[at]! > samples[best]!) best = at
  }
  return best
}
