/** Coefficients of a second-order section, a0 = 1. */
interface Biquad {
  readonly b0: number
  readonly b1: number
  readonly b2: number
  readonly a1: number
  readonly a2: number
}

/** Below this a filter's memory is silence; far smaller numbers would only slow the processor down. */
const faintest = 1e-30

/**
 * K-weighting of one channel, ITU-R BS.1770-5 annex 1: a shelf for the head's acoustics, then a high pass (RLB). The
 * annex gives coefficients for 48 kHz; these are the filters behind them, for any rate (Brecht De Man, "Evaluation of
 * implementations of the EBU R128 loudness measurement", 2018).
 */
export class KWeighting {
  readonly #shelf: Biquad
  readonly #highPass: Biquad
  #s1 = 0
  #s2 = 0
  #h1 = 0
  #h2 = 0

  constructor(sampleRate: number) {
    this.#shelf = shelf(sampleRate)
    this.#highPass = highPass(sampleRate)
  }

  /** The power of the next samples, weighted: the sum of their squares. Takes samples[from], [from + step], … below `to`. */
  power(samples: Float32Array, from: number, to: number, step: number): number {
    const [s, h] = [this.#shelf, this.#highPass]
    let [s1, s2, h1, h2] = [this.#s1, this.#s2, this.#h1, this.#h2]
    let sum = 0
    for (let i = from; i < to; i += step) {
      const x = samples[i]!
      // Transposed direct form II.
      const y = s.b0 * x + s1
      s1 = s.b1 * x - s.a1 * y + s2
      s2 = s.b2 * x - s.a2 * y
      const z = h.b0 * y + h1
      h1 = h.b1 * y - h.a1 * z + h2
      h2 = h.b2 * y - h.a2 * z
      sum += z * z
    }
    const settle = (memory: number) => (Math.abs(memory) < faintest ? 0 : memory)
    this.#s1 = settle(s1)
    this.#s2 = settle(s2)
    this.#h1 = settle(h1)
    this.#h2 = settle(h2)
    return sum
  }
}

function shelf(sampleRate: number): Biquad {
  const [frequency, decibels, q] = [1681.974450955533, 3.999843853973347, 0.7071752369554196]
  const k = Math.tan((Math.PI * frequency) / sampleRate)
  const high = 10 ** (decibels / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  }
}

function highPass(sampleRate: number): Biquad {
  const [frequency, q] = [38.13547087602444, 0.5003270373238773]
  const k = Math.tan((Math.PI * frequency) / sampleRate)
  const a0 = 1 + k / q + k * k
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
}
