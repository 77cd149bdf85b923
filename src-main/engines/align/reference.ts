import { type FliteVoice, speakFlite } from '#engines/flite/speakFlite.ts'
import { phonesByWord } from '#engines/flite/spokenText.ts'
import type { SpokenReading, WordReadings } from './lattice.ts'
import type { Script } from './readings/makeScript.ts'
import { type Features, featuresOf, loudness, speechLoudness } from './sound/features.ts'
import { melSpectrum, type Spectra } from './sound/melSpectrum.ts'
import { levelSpectra, speechClock } from './sound/recording.ts'

/** Finer than the recording's frames, since its moments are picked from in between. */
const referenceHop = 0.005

/** A text as one of Flite's voices says it, with the times of all its phones. */
export interface Reference {
  readonly words: readonly WordReadings[]
  /** Seconds of the first readings of some of the words, or of all, that are audible. */
  readonly speechSeconds: (words: readonly WordReadings[]) => number
  /** What it sounds like with its bands moved by `warp`. */
  readonly features: (warp: number) => Features
}

/** Has Flite speak all readings of a script. */
export function makeReference(module: WebAssembly.Module, script: Script, voice: FliteVoice): Reference {
  const utterance = speakFlite(module, script.spoken.fed, { voice, lexicon: script.lexicon })
  const sounds = phonesByWord(script.spoken, utterance.tokens)
  const words = script.words.map(({ readings, open }) => ({
    readings: readings
      .map((entries) => entries.flatMap((entry) => sounds[entry]!))
      .filter((reading) => reading.length > 0),
    open,
  }))
  const samples = Float32Array.from(utterance.samples, (sample) => sample / 32_768)
  const spectra = levelSpectra({ samples, sampleRate: utterance.sampleRate }, referenceHop)
  const loud = loudness(spectra.energy)

  const spoken = new Uint8Array(spectra.frames)
  for (const { readings } of words) for (const reading of readings) markSpoken(spoken, reading)
  const isSpeech = (frame: number) => spoken[frame] === 1 && loud[frame]! > speechLoudness
  const clock = speechClock(loud)
  return {
    words,
    speechSeconds: (some) => audibleSeconds(some, clock, spectra),
    features: (warp) => featuresOf(spectra, melSpectrum(spectra, warp), isSpeech),
  }
}

const frameOf = (seconds: number): number => Math.round(seconds / referenceHop)

function markSpoken(spoken: Uint8Array, reading: SpokenReading): void {
  for (const part of reading) spoken.fill(1, frameOf(part[0]!.start), frameOf(part.at(-1)!.end))
}

function audibleSeconds(words: readonly WordReadings[], clock: Float64Array, { frames }: Spectra): number {
  const phones = words.flatMap(({ readings }) => readings[0] ?? []).flat()
  const clockAt = (seconds: number): number => clock[Math.min(frames, frameOf(seconds))]!
  return referenceHop * phones.reduce((sum, { start, end }) => sum + clockAt(end) - clockAt(start), 0)
}
