import { KWeighting } from './kWeighting.ts'

/** LUFS that ITU-R BS.1770-5 gives where no block passes the absolute gate. */
export const gatedOut = -70

/** A block lasts 400 ms and begins every 100 ms: four hops. */
const hopSeconds = 0.1
const hopsPerBlock = 4
/** LU below the mean of the blocks that pass the absolute gate. */
const relativeGate = 10

/** Integrated loudness by ITU-R BS.1770-5 annex 1, of sound that comes in pieces. Holds one number for every 100 ms. */
export class LoudnessMeter {
  readonly #channels: readonly KWeighting[]
  /** Frames. */
  readonly #hop: number
  /** Weighted mean squares of all channels together. */
  readonly #hops: number[] = []
  #frames = 0
  #sum = 0

  constructor(sampleRate: number, channels: number) {
    this.#channels = Array.from({ length: channels }, () => new KWeighting(sampleRate))
    this.#hop = Math.round(sampleRate * hopSeconds)
  }

  /** Takes the next frames: samples from -1 to 1, those of the channels in turn. */
  push(frames: Float32Array): void {
    const channels = this.#channels.length
    for (let at = 0; at < frames.length; ) {
      const end = Math.min(frames.length, at + (this.#hop - this.#frames) * channels)
      for (const [c, channel] of this.#channels.entries()) this.#sum += channel.power(frames, at + c, end, channels)
      this.#frames += (end - at) / channels
      if (this.#frames === this.#hop) {
        this.#hops.push(this.#sum / this.#hop)
        this.#frames = this.#sum = 0
      }
      at = end
    }
  }

  /** LUFS of all that came so far; `gatedOut` where it is too short or too faint to have any. */
  integrated(): number {
    const blocks = this.#hops.slice(hopsPerBlock - 1).map((_, i) => mean(this.#hops.slice(i, i + hopsPerBlock)))
    const audible = blocks.filter((power) => loudness(power) > gatedOut)
    if (audible.length === 0) return gatedOut
    const gate = loudness(mean(audible)) - relativeGate
    return loudness(mean(audible.filter((power) => loudness(power) > gate)))
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Equation 2 of annex 1; left and right have the weight 1. */
const loudness = (power: number) => -0.691 + 10 * Math.log10(power)
