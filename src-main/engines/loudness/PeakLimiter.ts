import { SlidingMinimum } from './SlidingMinimum.ts'
import { raisePeaks, reach } from './truePeak.ts'

/** What a limiter does to sound. */
export interface Limits {
  /** Factor that the sound is multiplied by first. */
  readonly gain: number
  /** The largest true peak that comes out; 1 is full scale. */
  readonly ceiling: number
}

/** Seconds in which the gain goes down ahead of a peak, and the time constant of its way back up. */
const attack = 0.005
const release = 0.06

/**
 * A look-ahead limiter for sound that comes in pieces. All channels share one gain, which is down when a peak comes and
 * never jumps: the least gain that any frame within `attack` needs, let go slowly, then averaged over as long, so that at
 * a peak every value of the average is low enough. Sound that needs no limiting is multiplied by the gain and otherwise
 * passes as it is.
 */
export class PeakLimiter {
  readonly #limits: Limits
  readonly #recovery: number
  /** Frames that the gain looks ahead, and that it is averaged over. */
  readonly #ahead: number
  /** Frames that a frame is kept before it goes out. */
  readonly #delay: number
  /** The latest samples of each channel, multiplied. */
  readonly #tails: Float32Array[]
  readonly #least: SlidingMinimum
  /** Values of the gain that are being averaged, in a ring, and their sum. */
  readonly #averaged: Float64Array
  #sum: number
  #gain = 1
  #peakBefore = 0
  #frames = 0

  constructor(sampleRate: number, channels: number, limits: Limits) {
    this.#limits = limits
    this.#recovery = 1 - Math.exp(-1 / (release * sampleRate))
    this.#ahead = Math.max(1, Math.round(attack * sampleRate))
    this.#delay = this.#ahead - 1 + reach
    const kept = Math.max(this.#delay, 2 * reach - 1)
    this.#tails = Array.from({ length: channels }, () => new Float32Array(kept))
    this.#least = new SlidingMinimum(this.#ahead)
    this.#averaged = new Float64Array(this.#ahead).fill(1)
    this.#sum = this.#ahead
  }

  /** Takes frames, the samples of the channels in turn, and gives those that are ready. */
  push(frames: Float32Array): Float32Array {
    const channels = this.#tails.length
    const count = frames.length / channels
    const lines = this.#tails.map((tail, c) => multiplied(tail, frames, c, channels, this.#limits.gain))
    const gains = this.#gainsFor(this.#peaksOf(lines, count))
    const skipped = Math.min(count, Math.max(0, this.#delay - this.#frames))
    const ready = new Float32Array((count - skipped) * channels)
    for (const [c, line] of lines.entries()) {
      const oldest = line.length - count - this.#delay
      for (let i = skipped; i < count; i++) ready[(i - skipped) * channels + c] = line[oldest + i]! * gains[i]!
      this.#tails[c] = line.slice(count)
    }
    this.#frames += count
    return ready
  }

  /** The frames that are still kept. Nothing may be pushed after it. */
  flush(): Float32Array {
    return this.push(new Float32Array(this.#delay * this.#tails.length))
  }

  /** Peaks between neighbouring frames, of the loudest channel; the newest lies `reach` frames back. */
  #peaksOf(lines: readonly Float32Array[], count: number): Float32Array {
    const peaks = new Float32Array(count)
    for (const line of lines)
      raisePeaks(line.subarray(line.length - count - (2 * reach - 1)), peaks, this.#limits.ceiling)
    return peaks
  }

  /** The gain of every frame that goes out. */
  #gainsFor(peaks: Float32Array): Float64Array {
    const gains = new Float64Array(peaks.length)
    const { ceiling } = this.#limits
    let [gain, before, sum, slot] = [this.#gain, this.#peakBefore, this.#sum, this.#frames % this.#ahead]
    for (let i = 0; i < peaks.length; i++) {
      const highest = Math.max(peaks[i]!, before)
      before = peaks[i]!
      const least = this.#least.next(highest > ceiling ? ceiling / highest : 1)
      gain = least < gain ? least : gain + (least - gain) * this.#recovery
      sum += gain - this.#averaged[slot]!
      this.#averaged[slot] = gain
      if (++slot === this.#ahead) slot = 0
      gains[i] = sum / this.#ahead
    }
    this.#gain = gain
    this.#peakBefore = before
    this.#sum = sum
    return gains
  }
}

/** A channel's tail and its new samples behind it, multiplied by the gain. */
function multiplied(tail: Float32Array, frames: Float32Array, channel: number, channels: number, gain: number) {
  const line = new Float32Array(tail.length + frames.length / channels)
  line.set(tail)
  for (let i = channel, at = tail.length; i < frames.length; i += channels, at++) line[at] = frames[i]! * gain
  return line
}
