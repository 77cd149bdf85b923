/**
 * True peaks, ITU-R BS.1770-5 annex 2: the sound is interpolated to four times its rate, because a curve through samples
 * rises above them between them.
 */

/** Samples on either side of a gap that decide what lies in it. */
export const reach = 6
const oversampling = 4

/** For each quarter between two samples, the weights of the `reach` before and the `reach` behind: a windowed sinc. */
const quarters = Array.from({ length: oversampling - 1 }, (_, quarter) =>
  Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - (reach - 1) - (quarter + 1) / oversampling
    const window = Math.cos((Math.PI * distance) / (2 * reach)) ** 2
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window
  }),
)

/** How far above its samples a curve may rise at most. */
const mostRise = Math.max(...quarters.map((weights) => weights.reduce((sum, weight) => sum + Math.abs(weight), 0)))

/**
 * Raises peaks[i] to the largest level from samples[i + reach - 1] up to the next sample, where that matters: levels
 * below `floor` may be left out. As many as there are peaks; their number and twice the reach, less one, are the samples.
 */
export function raisePeaks(samples: Float32Array, peaks: Float32Array, floor: number): void {
  const loud = floor / mostRise
  // The last sample so far that is loud enough for its neighbourhood to hold a peak above the floor.
  let lastLoud = -1
  for (let i = 0; i < 2 * reach - 1; i++) if (Math.abs(samples[i]!) > loud) lastLoud = i
  for (let i = 0; i < peaks.length; i++) {
    const newest = i + 2 * reach - 1
    if (Math.abs(samples[newest]!) > loud) lastLoud = newest
    if (lastLoud < i) continue
    let peak = Math.max(peaks[i]!, Math.abs(samples[i + reach - 1]!))
    for (const weights of quarters) {
      let value = 0
      for (let tap = 0; tap < 2 * reach; tap++) value += weights[tap]! * samples[i + tap]!
      peak = Math.max(peak, Math.abs(value))
    }
    peaks[i] = peak
  }
}
