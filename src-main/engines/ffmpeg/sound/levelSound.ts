import { gatedOut, LoudnessMeter } from '#engines/loudness/LoudnessMeter.ts'
import { PeakLimiter } from '#engines/loudness/PeakLimiter.ts'
import { nextGain, type Trial } from './nextGain.ts'
import { repeated, type Sound } from './openSound.ts'

/** Seconds that a sound too short to have a loudness is repeated for, to measure it all the same. */
const longEnough = 5

/** The same sound on both channels is 3.01 LU more than on one (BS.1770 adds the channels' powers). */
const doubled = 10 * Math.log10(2)

/** LU that the levelled sound may be off. */
const closeEnough = 0.05
const mostTrials = 12
/** dB on top of what the loudness lacks, to make up for what the limiter takes. */
const mostMakeup = 60

/** What a sound is levelled to. */
export interface Levels {
  /** dB. */
  readonly gain: number
  /** dBTP that no peak exceeds. */
  readonly ceiling: number
}

/**
 * LUFS of a sound on two channels; null for digital silence, which has no loudness to bring anywhere. A sound too short
 * or too faint for the meter's gates is measured as a loop of itself.
 */
export async function loudnessOf(sound: Sound, signal: AbortSignal): Promise<number | null> {
  const once = await measure(sound, sound.frames(), signal)
  if (once > gatedOut) return once
  let silent = true
  for await (const piece of sound.frames()) silent &&= piece.every((sample) => sample === 0)
  if (silent) return null
  const loop = repeated(sound, longEnough)
  return measure(loop, loop.frames(), signal)
}

async function measure({ sampleRate, channels }: Sound, frames: AsyncIterable<Float32Array>, signal: AbortSignal) {
  const meter = new LoudnessMeter(sampleRate, channels)
  for await (const piece of frames) {
    if (signal.aborted) break
    meter.push(piece)
  }
  const integrated = meter.integrated()
  return integrated <= gatedOut ? gatedOut : integrated + (channels === 1 ? doubled : 0)
}

/** A sound with a gain, and its peaks limited. */
export async function* levelled({ sampleRate, channels, frames }: Sound, { gain, ceiling }: Levels) {
  const limiter = new PeakLimiter(sampleRate, channels, { gain: 10 ** (gain / 20), ceiling: 10 ** (ceiling / 20) })
  for await (const piece of frames()) yield limiter.push(piece)
  yield limiter.flush()
}

/**
 * The gain that brings a sound of `loudness` LUFS to `aim`, its peaks limited, or as near as can be. Limiting takes some
 * loudness, so what would come out is measured until it is right; when the signal aborts, any gain.
 */
export async function settleGain(
  sound: Sound,
  { loudness, aim, ceiling }: { loudness: number; aim: number; ceiling: number },
  signal: AbortSignal,
): Promise<number> {
  const trials: Trial[] = []
  const most = aim - loudness + mostMakeup
  for (let gain = aim - loudness; ; gain = Math.min(most, nextGain(trials, aim))) {
    const reached = await measure(sound, levelled(sound, { gain, ceiling }), signal)
    trials.push({ gain, reached })
    // A clip too short for the meter's gate has nothing to correct by: the finished file is measured as a loop of itself.
    const hit = reached <= gatedOut || Math.abs(aim - reached) <= closeEnough
    if (hit || (reached < aim && gain >= most) || trials.length === mostTrials || signal.aborted) return gain
  }
}
