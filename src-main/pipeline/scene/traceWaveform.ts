import { fps } from '#shared/domain.ts'

/** Where the voice lives: the lowest and highest band of the bars, in hertz. */
const lowest = 110
const highest = 5200
/** What is left of a bar after one frame when the sound stops: quick to rise, slow to fall, so that it reads as speech. */
const release = 0.74
/** The loudest this many decibels are shown; below, a bar rests. */
const range = 27

/**
 * Turns a narration into bar heights: `columns` bars per frame, low voices in the middle, high ones at the edges,
 * the same to the left and to the right.
 *
 * @param chunks the mono sound, -1 to 1, in order
 * @param sampleRate samples a second
 * @param frameCount how many frames to fill; the sound beyond them is left out, and silence is added
 * @returns frameCount * columns heights, 0 to 1
 */
export async function traceWaveform(
  chunks: AsyncIterable<Float32Array>,
  sampleRate: number,
  frameCount: number,
  columns: number,
): Promise<Float32Array> {
  const bands = Math.ceil(columns / 2)
  const filters = Array.from({ length: bands }, (_, band) => bandPass(bandCentre(band, bands), sampleRate))
  const powers = filters.map(() => new Float64Array(frameCount))
  let first = 0
  for await (const samples of chunks) {
    for (const [band, filter] of filters.entries()) addPower(filter, { samples, first, sampleRate }, powers[band]!)
    first += samples.length
  }
  return settle(powers, sampleRate / fps, frameCount, columns)
}

const bandCentre = (band: number, bands: number) => lowest * (highest / lowest) ** (band / Math.max(1, bands - 1))

interface Filter {
  readonly gain: number
  readonly a1: number
  readonly a2: number
  x1: number
  x2: number
  y1: number
  y2: number
}

/** A band-pass of constant peak gain, about a fifth of an octave wide (R. Bristow-Johnson, Audio EQ Cookbook). */
function bandPass(hertz: number, sampleRate: number): Filter {
  const w = (2 * Math.PI * Math.min(hertz, sampleRate * 0.45)) / sampleRate
  const alpha = Math.sin(w) / (2 * 5.5)
  return {
    gain: alpha / (1 + alpha),
    a1: (-2 * Math.cos(w)) / (1 + alpha),
    a2: (1 - alpha) / (1 + alpha),
    x1: 0,
    x2: 0,
    y1: 0,
    y2: 0,
  }
}

/** A piece of the narration. */
interface Chunk {
  readonly samples: Float32Array
  /** How many samples of the narration come before it. */
  readonly first: number
  /** Samples a second. */
  readonly sampleRate: number
}

/** Runs one band over a chunk and adds the squares to the frames that the samples fall into: one element per frame. */
function addPower(filter: Filter, { samples, first, sampleRate }: Chunk, power: Float64Array): void {
  const { gain, a1, a2 } = filter
  let { x1, x2, y1, y2 } = filter
  for (let at = 0; at < samples.length; ) {
    const frame = Math.floor(((first + at) * fps) / sampleRate)
    const end = Math.min(samples.length, Math.ceil(((frame + 1) * sampleRate) / fps) - first)
    let sum = 0
    for (; at < end; at++) {
      const x = samples[at]!
      const y = gain * (x - x2) - a1 * y1 - a2 * y2
      x2 = x1
      x1 = x
      y2 = y1
      y1 = y
      sum += y * y
    }
    if (frame < power.length) power[frame]! += sum
  }
  Object.assign(filter, { x1, x2, y1, y2 })
}

/** Each band's power per frame to heights: decibels below the loudest of each band's surroundings, eased in time. */
function settle(powers: readonly Float64Array[], samples: number, frameCount: number, columns: number): Float32Array {
  const bands = powers.length
  const levels = new Float32Array(frameCount * columns)
  // Speech falls by some 6 dB an octave: each band is measured against its own loud moments, and all against silence.
  const loud = powers.map(loudMoment)
  const floor = Math.max(...loud) * 1e-5 + 1e-12 * samples
  const height = new Float64Array(bands)
  for (let frame = 0; frame < frameCount; frame++) {
    const now = loud.map((reference, band) => {
      const decibels = 10 * Math.log10((powers[band]![frame]! + 1e-20) / Math.max(reference, floor))
      return Math.min(1, Math.max(0, 1 + decibels / range)) ** 1.7
    })
    // Some of every bar is the voice as a whole: bands alone would leave the middle empty in every s.
    const whole = now.reduce((sum, level) => sum + level, 0) / bands
    for (const [band, level] of now.entries()) {
      height[band] = Math.max(0.7 * level + 0.3 * whole, height[band]! * release)
      // The edges are lower than the middle, so that the whole has a shape even in a long vowel.
      const shaped = height[band]! * (1 - 0.7 * (band / Math.max(1, bands - 1)) ** 1.2)
      levels[frame * columns + Math.floor((columns - 1) / 2) - band] = shaped
      levels[frame * columns + Math.ceil((columns - 1) / 2) + band] = shaped
    }
  }
  return levels
}

/** The power that a band passes in one frame of fifty. */
function loudMoment(power: Float64Array): number {
  return power.toSorted()[Math.floor((power.length - 1) * 0.98)] ?? 0
}
