/** Median fundamental frequency in Hz, by normalised autocorrelation over 40 ms frames that are loud and periodic. */
export function medianPitch(samples: Float32Array, rate: number): number {
  const length = Math.round(0.04 * rate)
  const shortest = Math.floor(rate / 400)
  const longest = Math.ceil(rate / 50)
  const found: number[] = []
  for (let at = 0; at + length + longest < samples.length; at += Math.round(0.02 * rate)) {
    const energy = dot(samples, at, at, length)
    if (energy / length < 1e-4) continue
    let best = { strength: 0, lag: 0 }
    for (let lag = shortest; lag <= longest; lag++) {
      const other = dot(samples, at + lag, at + lag, length)
      const strength = dot(samples, at, at + lag, length) / Math.sqrt(energy * other + 1e-12)
      // A later lag must be clearly better: every multiple of the period fits as well.
      if (strength > best.strength + 0.02) best = { strength, lag }
    }
    if (best.strength > 0.75) found.push(rate / best.lag)
  }
  return found.sort((a, b) => a - b)[found.length >> 1] ?? 0
}

/** Mean power in 24 bands, an equal number per octave from 100 Hz to 7 kHz, in dB about their mean. */
export function longTermSpectrum(samples: Float32Array, rate: number): number[] {
  const size = 1024
  const bands = 24
  const power = new Float64Array(bands)
  const window = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size))
  for (let band = 0; band < bands; band++) {
    const low = 100 * 70 ** (band / bands)
    const high = 100 * 70 ** ((band + 1) / bands)
    for (let hz = low; hz < high; hz += Math.max(rate / size, (high - low) / 4)) {
      for (let at = 0; at + size <= samples.length; at += 4 * size) {
        let re = 0
        let im = 0
        for (let i = 0; i < size; i++) {
          const x = window[i]! * samples[at + i]!
          re += x * Math.cos((2 * Math.PI * hz * i) / rate)
          im += x * Math.sin((2 * Math.PI * hz * i) / rate)
        }
        power[band]! += (re * re + im * im) / ((high - low) / hz)
      }
    }
  }
  const decibels = [...power].map((p) => 10 * Math.log10(p + 1e-12))
  const mean = decibels.reduce((a, b) => a + b, 0) / bands
  return decibels.map((level) => level - mean)
}

/** Root mean square difference of two spectra, in dB. */
export const spectralDistance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, level, i) => sum + (level - b[i]!) ** 2, 0) / a.length)

/** Root mean square between two moments in seconds. */
export function level(samples: Float32Array, rate: number, from: number, to: number): number {
  const first = Math.round(from * rate)
  const last = Math.max(first + 1, Math.round(to * rate))
  return Math.sqrt(dot(samples, first, first, last - first) / (last - first))
}

function dot(x: Float32Array, a: number, b: number, length: number): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += (x[a + i] ?? 0) * (x[b + i] ?? 0)
  return sum
}
