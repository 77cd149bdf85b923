import { melBands, type Spectra } from './melSpectrum.ts'

const cepstra = 13
/** Mel cepstra and their slopes. */
export const featureSize = 2 * cepstra
const smallestPower = 1e-4
const slopeReach = 0.02

/** What the search compares: `featureSize` numbers a frame, mean 0 and variance 1 each over the frames of speech. */
export interface Features {
  readonly hop: number
  readonly frames: number
  /** frames x featureSize */
  readonly data: Float32Array
}

const cosines = Array.from({ length: cepstra }, (_, k) =>
  Float64Array.from({ length: melBands }, (_, band) => Math.cos((Math.PI * k * (band + 0.5)) / melBands)),
)

/**
 * Mel cepstra with slopes, normalised over the frames where `isSpeech` holds.
 * @param mel frames x 26 powers
 */
export function featuresOf(spectra: Spectra, mel: Float32Array, isSpeech: (frame: number) => boolean): Features {
  const { frames, hop } = spectra
  const data = new Float32Array(frames * featureSize)
  const logs = new Float64Array(melBands)
  for (let i = 0; i < frames; i++) {
    for (let band = 0; band < melBands; band++) logs[band] = Math.log(mel[i * melBands + band]! + smallestPower)
    for (let k = 0; k < cepstra; k++) {
      const row = cosines[k]!
      let sum = 0
      for (let band = 0; band < melBands; band++) sum += row[band]! * logs[band]!
      data[i * featureSize + k] = sum
    }
  }
  addSlopes(data, frames, Math.max(1, Math.round(slopeReach / hop)))
  const features = { hop, frames, data }
  normalise(features, isSpeech)
  return features
}

/** Regression over +-reach frames, weighted to its ends and middle. */
function addSlopes(data: Float32Array, frames: number, reach: number): void {
  const near = reach >> 1 || 1
  const at = (i: number, k: number) => data[Math.min(frames - 1, Math.max(0, i)) * featureSize + k]!
  for (let i = 0; i < frames; i++)
    for (let k = 0; k < cepstra; k++)
      data[i * featureSize + cepstra + k] =
        (2 * (at(i + reach, k) - at(i - reach, k)) + (at(i + near, k) - at(i - near, k))) / 10
}

function normalise({ data, frames }: Features, isSpeech: (frame: number) => boolean): void {
  for (let k = 0; k < featureSize; k++) {
    let count = 0
    let sum = 0
    let squares = 0
    for (let i = 0; i < frames; i++) {
      if (!isSpeech(i)) continue
      const x = data[i * featureSize + k]!
      count++
      sum += x
      squares += x * x
    }
    const mean = count > 0 ? sum / count : 0
    const deviation = count > 0 ? Math.sqrt(Math.max(1e-6, squares / count - mean * mean)) : 1
    for (let i = 0; i < frames; i++) {
      const at = i * featureSize + k
      data[at] = (data[at]! - mean) / deviation
    }
  }
}

/** How loud each frame is, between the noise floor (0) and normal speech (1), at most 1.5. */
export function loudness(energy: Float32Array): Float32Array {
  const sorted = Float32Array.from(energy).sort()
  const quantile = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!
  const top = quantile(0.9)
  // 7.5 nepers of power are 33 dB: below that, silence is silence however deep it is.
  const floor = Math.max(quantile(0.03), top - 7.5)
  const span = Math.max(2, top - floor)
  return energy.map((level) => Math.min(1.5, Math.max(0, (level - floor) / span)))
}

/** From this loudness on a frame counts as speech when features are normalised. */
export const speechLoudness = 0.35
