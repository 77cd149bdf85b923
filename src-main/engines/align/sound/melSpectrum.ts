/** Samples a second that all of the aligner works at. */
export const alignRate = 16_000

const fftSize = 512
const bins = fftSize / 2 + 1
/** 25 ms. */
const windowSize = 400
const preEmphasis = 0.97
export const melBands = 26
const lowestHz = 80
const highestHz = 7000
/** Up to here the warp is linear; above, it bends so that the highest frequency stays (Lee and Rose, 1998). */
const kneeHz = 5000

/** Power spectra of a sound, one every `hop` seconds, frame i centred on i * hop. */
export interface Spectra {
  readonly hop: number
  readonly frames: number
  /** frames x 257 powers. */
  readonly power: Float32Array
  /** Natural logarithm of each frame's mean square. */
  readonly energy: Float32Array
}

const hamming = Float64Array.from(
  { length: windowSize },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (windowSize - 1)),
)
const cosines = Float64Array.from({ length: fftSize / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / fftSize))
const sines = Float64Array.from({ length: fftSize / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / fftSize))

/** Radix-2 Fourier transform in place. */
function transform(re: Float64Array, im: Float64Array): void {
  for (let i = 1, j = 0; i < fftSize; i++) {
    let bit = fftSize >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i >= j) continue
    const r = re[i]!
    const m = im[i]!
    re[i] = re[j]!
    im[i] = im[j]!
    re[j] = r
    im[j] = m
  }
  for (let length = 2; length <= fftSize; length <<= 1) {
    const step = fftSize / length
    const half = length >> 1
    for (let start = 0; start < fftSize; start += length) {
      for (let k = 0; k < half; k++) {
        const c = cosines[k * step]!
        const s = -sines[k * step]!
        const a = start + k
        const b = a + half
        const xr = re[b]! * c - im[b]! * s
        const xi = re[b]! * s + im[b]! * c
        re[b] = re[a]! - xr
        im[b] = im[a]! - xi
        re[a] = re[a]! + xr
        im[a] = im[a]! + xi
      }
    }
  }
}

/** Puts one windowed frame into `into` and returns the logarithm of its mean square. */
function cutFrame(samples: Float32Array, centre: number, into: Float64Array): number {
  const first = centre - windowSize / 2
  let sum = 0
  into.fill(0)
  for (let k = 0; k < windowSize; k++) {
    const x = samples[first + k] ?? 0
    const before = samples[first + k - 1] ?? 0
    sum += x * x
    into[k] = (x - preEmphasis * before) * hamming[k]!
  }
  return Math.log(sum / windowSize + 1e-7)
}

/**
 * Short-time power spectra. Two frames go through one complex transform, one as its real part and one as its imaginary.
 * @param samples 16 kHz mono, -1 to 1
 * @param hop seconds
 */
export function spectraOf(samples: Float32Array, hop: number): Spectra {
  const frames = Math.floor(samples.length / alignRate / hop) + 1
  const power = new Float32Array(frames * bins)
  const energy = new Float32Array(frames + 1)
  const re = new Float64Array(fftSize)
  const im = new Float64Array(fftSize)
  for (let i = 0; i < frames; i += 2) {
    energy[i] = cutFrame(samples, Math.round(i * hop * alignRate), re)
    energy[i + 1] = cutFrame(samples, Math.round((i + 1) * hop * alignRate), im)
    transform(re, im)
    for (let k = 0; k < bins; k++) {
      const mirror = (fftSize - k) % fftSize
      const ar = (re[k]! + re[mirror]!) / 2
      const ai = (im[k]! - im[mirror]!) / 2
      const br = (im[k]! + im[mirror]!) / 2
      const bi = (re[mirror]! - re[k]!) / 2
      power[i * bins + k] = ar * ar + ai * ai
      if (i + 1 < frames) power[(i + 1) * bins + k] = br * br + bi * bi
    }
  }
  return { hop, frames, power, energy: energy.subarray(0, frames) }
}

const toMel = (hz: number): number => 1127 * Math.log(1 + hz / 700)
const toHz = (mel: number): number => 700 * (Math.exp(mel / 1127) - 1)

interface Filter {
  readonly first: number
  readonly weights: readonly number[]
}

function triangularFilters(warp: number): Filter[] {
  const low = toMel(lowestHz)
  const step = (toMel(highestHz) - low) / (melBands + 1)
  const nyquist = alignRate / 2
  const edges = Array.from({ length: melBands + 2 }, (_, i) => {
    const hz = toHz(low + step * i)
    const above = kneeHz * warp + ((hz - kneeHz) * (nyquist - kneeHz * warp)) / (nyquist - kneeHz)
    return ((hz < kneeHz ? hz * warp : above) / alignRate) * fftSize
  })
  return Array.from({ length: melBands }, (_, band) => {
    const [left, peak, right] = [edges[band]!, edges[band + 1]!, edges[band + 2]!]
    const first = Math.ceil(left)
    const last = Math.min(fftSize / 2, Math.floor(right))
    const weights: number[] = []
    for (let k = first; k <= last; k++)
      weights.push(k < peak ? (k - left) / (peak - left) : (right - k) / (right - peak))
    return { first, weights }
  })
}

/**
 * Powers in 26 triangular mel bands from 80 to 7000 Hz.
 * @param warp moves the bands up (above 1, as if for a shorter vocal tract) or down
 * @returns frames x 26
 */
export function melSpectrum(spectra: Spectra, warp: number): Float32Array {
  const filters = triangularFilters(warp)
  const mel = new Float32Array(spectra.frames * melBands)
  for (let i = 0; i < spectra.frames; i++) {
    filters.forEach(({ first, weights }, band) => {
      const start = i * bins + first
      let sum = 0
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * spectra.power[start + k]!
      mel[i * melBands + band] = sum
    })
  }
  return mel
}
