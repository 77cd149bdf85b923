import { resample } from '#shared/resample.ts'
import type { MonoSound } from '#shared/wav.ts'

const rate = 8000
/** Samples of a frame, and the periods that a voice may have in it: 60 to 400 Hz. */
const frame = 320
const periods = { least: 20, most: 133 }
/** How much alike a frame of a voice is with itself a period later; noise has 0.2 at most. */
const alike = 0.5
/** Frames as loud as that, of the loudest's power, are looked at. */
const loudShare = 0.05
/** Share of them that are voiced in any speech, whispering apart. */
const leastVoiced = 0.1

/** Whether a sound has a pitch now and then, as voices, music and tones have, and noise has not. */
export function isVoiced(sound: MonoSound): boolean {
  const slow = resample(sound.samples, sound.sampleRate, rate)
  // Slopes in place of the samples, since low noise is much like itself a moment later.
  const samples = slow.map((sample, at) => sample - (slow[at - 1] ?? 0))
  const frames = Array.from({ length: Math.floor(samples.length / frame) }, (_, at) =>
    samples.subarray(at * frame, (at + 1) * frame),
  )
  const powers = frames.map((part) => part.reduce((sum, x) => sum + x * x, 0))
  const loudest = Math.max(...powers, 1e-9)
  const loud = frames.filter((_, at) => powers[at]! > loudShare * loudest)
  return loud.filter((part) => periodicity(part) > alike).length > leastVoiced * loud.length
}

/** The greatest correlation of a frame with itself a period later, up to 1. */
function periodicity(samples: Float32Array): number {
  let best = 0
  for (let period = periods.least; period <= periods.most; period++) {
    let [product, one, other] = [0, 1e-12, 1e-12]
    for (let at = period; at < samples.length; at++) {
      product += samples[at]! * samples[at - period]!
      one += samples[at]! ** 2
      other += samples[at - period]! ** 2
    }
    best = Math.max(best, product / Math.sqrt(one * other))
  }
  return best
}
