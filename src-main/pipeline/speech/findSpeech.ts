import type { MonoSound } from '#shared/wav.ts'

/** A stretch of samples, [start, end). */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Seconds. */
const frameLength = 0.005
/** How much of the sound, in seconds, must be louder than the level that counts as its loudness: a click is not. */
const loudFor = 0.1
/** Speech has this many frames in a row, but for one; a click has fewer. */
const run = 4
/** Decibels of full scale under which a whole sound counts as silence. */
const inaudible = -70
/** Decibels of full scale under which there is no recorded noise: such silence was put in, by the voice or its server. */
const digitalSilence = -100
/**
 * Decibels between speech and noise from which on they are told apart; what is closer may be a voice without a rest.
 */
const leastDistance = 26
/** How far the soft beginning or ending of a word (h, f, s) reaches, in seconds. */
const softFor = 0.25
/** Between the vowel of `path` and its soft end there may be next to nothing, for as many seconds. */
const longestDip = 0.05

/**
 * Finds where speech begins and ends. Levels are relative: speech is what comes within 34 dB of the sound's loudness
 * and rises 13 dB out of the quietest of its noise; from there on outwards what still stands out counts too, since
 * many words begin and end softly. Noise that comes closer than 26 dB to the speech counts as speech.
 *
 * @returns undefined where there is none
 */
export function findSpeech({ samples, sampleRate }: MonoSound): Stretch | undefined {
  const frame = Math.max(1, Math.round(frameLength * sampleRate))
  const levels = frameLevels(samples, frame)
  const sorted = levels.toSorted()
  const loud = sorted.at(-1 - Math.min(Math.round(loudFor / frameLength), Math.floor(levels.length / 10))) ?? inaudible
  if (loud <= inaudible) return undefined
  const recorded = sorted.filter((level) => level > digitalSilence)
  const quietest = recorded[Math.floor(recorded.length / 20)] ?? inaudible
  const noise = loud - quietest >= leastDistance ? quietest : -Infinity
  const core = Math.max(loud - 34, noise + 13)
  const edge = Math.max(loud - 46, noise + 9)

  const isLoud = (from: number, to: number) =>
    levels.subarray(Math.max(0, from), to).filter((level) => level >= core).length >= Math.min(run, levels.length) - 1
  const first = levels.findIndex((level, at) => level >= core && isLoud(at, at + run))
  const last = levels.findLastIndex((level, at) => level >= core && isLoud(at + 1 - run, at + 1))
  if (first < 0 || last < 0) return undefined
  const reach = Math.round(softFor / frameLength)
  const start = soften(levels, first, -1, edge, reach)
  const end = soften(levels, last, 1, edge, reach) + 1
  return { start: start * frame, end: Math.min(end * frame, samples.length) }
}

/** Decibels of full scale of each frame. */
function frameLevels(samples: Float32Array, frame: number): Float32Array {
  return Float32Array.from({ length: Math.ceil(samples.length / frame) }, (_, at) => {
    let power = 0
    const part = samples.subarray(at * frame, (at + 1) * frame)
    for (const sample of part) power += sample * sample
    return 10 * Math.log10(power / part.length + 1e-12)
  })
}

/**
 * Walks outwards from `from` to the last frame within `reach` that stands out by `edge`, across dips of up to
 * `longestDip`.
 */
function soften(levels: Float32Array, from: number, step: 1 | -1, edge: number, reach: number): number {
  const dip = Math.round(longestDip / frameLength)
  let last = from
  for (let at = from; Math.abs(at - from) <= reach && Math.abs(at - last) <= dip; at += step) {
    if ((levels[at] ?? -Infinity) >= edge) last = at
  }
  return last
}
