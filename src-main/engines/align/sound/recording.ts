import { resample } from '#shared/resample.ts'
import type { MonoSound } from '#shared/wav.ts'
import { type Features, featuresOf, loudness, speechLoudness } from './features.ts'
import { alignRate, melSpectrum, type Spectra, spectraOf } from './melSpectrum.ts'

/** Seconds of one frame of the recording. */
export const hop = 0.01
/** Root mean square of the loudest tenth of a second after levelling. */
const commonLevel = 0.1
/** From this loudness on a frame counts for the pace of the speech. */
export const audible = 0.3

/** A recording as the search sees it. */
export interface Recording {
  readonly features: Features
  /** Loudness of each frame, 0 for silence to 1 for speech. */
  readonly loud: Float32Array
}

/** Scales speech to a common level, so that absolute floors mean the same for every recording. */
function level(samples: Float32Array): Float32Array {
  const block = alignRate / 10
  let loudest = 0
  for (let at = 0; at < samples.length; at += block) {
    let energy = 0
    for (let i = at; i < Math.min(samples.length, at + block); i++) energy += samples[i]! ** 2
    loudest = Math.max(loudest, energy / block)
  }
  const gain = commonLevel / Math.sqrt(loudest + 1e-12)
  return samples.map((x) => x * gain)
}

/** Spectra of a sound at the common level, one every `step` seconds. */
export const levelSpectra = ({ samples, sampleRate }: MonoSound, step: number): Spectra =>
  spectraOf(level(resample(samples, sampleRate, alignRate)), step)

export function prepareRecording(sound: MonoSound): Recording {
  const spectra = levelSpectra(sound, hop)
  const loud = loudness(spectra.energy)
  const features = featuresOf(spectra, melSpectrum(spectra, 1), (frame) => loud[frame]! > speechLoudness)
  return { features, loud }
}

/** For every frame, how many audible frames came before it; one entry more than there are frames, for the whole. */
export function speechClock(loud: Float32Array): Float64Array {
  const clock = new Float64Array(loud.length + 1)
  loud.forEach((l, frame) => {
    clock[frame + 1] = clock[frame]! + (l > audible ? 1 : 0)
  })
  return clock
}
