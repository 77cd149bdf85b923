/** A gain in dB, and the loudness in LUFS that came of it. */
export interface Trial {
  readonly gain: number
  readonly reached: number
}

/** LU that one more dB gives at least, however hard the limiter works; a smaller slope would leap too far. */
const leastSlope = 0.15
/** What stays of a bracket at least on either side of the next trial, so that every trial narrows it. */
const leastShare = 0.1

/**
 * The gain to try next on the way to the loudness `aim`. Without a limiter one step would do. With one, a decibel gives
 * less and less, and now and then the loudness falls by a LU while the gain rises: as soft sound grows against the
 * limited, BS.1770's relative gate lets in what it left out before. It never leaps up, so between a gain that gives too
 * little and a higher one that gives too much there is always one that hits.
 *
 * @param trials at least one, in the order they were made, none of which hit
 */
export function nextGain(trials: readonly Trial[], aim: number): number {
  const byGain = trials.toSorted((one, other) => one.gain - other.gain)
  const over = byGain.findIndex(({ reached }, at) => reached > aim && at > 0 && byGain[at - 1]!.reached < aim)
  if (over < 0) return beyond(trials, aim)
  const [low, high] = [byGain[over - 1]!, byGain[over]!]
  const share = (aim - low.reached) / (high.reached - low.reached)
  return low.gain + (high.gain - low.gain) * Math.min(1 - leastShare, Math.max(leastShare, share))
}

/** A step outwards from the last trial, as long as what the trials before it say of the slope. */
function beyond(trials: readonly Trial[], aim: number): number {
  const last = trials.at(-1)!
  const before = trials.at(-2)
  const slope = before ? (last.reached - before.reached) / (last.gain - before.gain) : 1
  return last.gain + (aim - last.reached) / Math.min(1, Math.max(leastSlope, slope))
}
