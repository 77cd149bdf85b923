import { readWav } from '#files/wavFile.ts'
import { findSpeech } from './findSpeech.ts'
import type { SpokenPiece } from './joinSpeech.ts'

/** Seconds over which loudness is measured at a time, and how far below the loudest of them, in decibels, a rest is. */
const blockLength = 0.1
const restBelow = 20

/**
 * By which factor each voice's sound is made quieter, so that all are as loud as the quietest of them: voices come at
 * levels of their own, which nobody notices until two of them speak in turn. None where there is one voice alone.
 */
export async function matchVoices(pieces: readonly SpokenPiece[]): Promise<ReadonlyMap<string, number>> {
  if (new Set(pieces.map(({ as }) => as.voice)).size < 2) return new Map()
  const blocks = new Map<string, number[]>()
  for (const { stored, as } of pieces) {
    if (!stored) continue
    const sound = await readWav(stored.wav)
    const speech = findSpeech(sound)
    if (!speech) continue
    const powers = powersOf(
      sound.samples.subarray(speech.start, speech.end),
      Math.round(blockLength * sound.sampleRate),
    )
    blocks.set(as.voice, [...(blocks.get(as.voice) ?? []), ...powers])
  }
  const levels = [...blocks].map(([voice, powers]) => [voice, levelOf(powers)] as const)
  const quietest = Math.min(...levels.map(([, level]) => level))
  return new Map(levels.map(([voice, level]) => [voice, quietest / level]))
}

function powersOf(samples: Float32Array, block: number): number[] {
  return Array.from({ length: Math.ceil(samples.length / block) }, (_, at) => {
    const part = samples.subarray(at * block, (at + 1) * block)
    return part.reduce((sum, sample) => sum + sample * sample, 0) / part.length
  })
}

/** Root of the mean power, rests left out. */
function levelOf(powers: readonly number[]): number {
  const floor = Math.max(...powers) / 10 ** (restBelow / 10)
  const loud = powers.filter((power) => power >= floor)
  return Math.sqrt(loud.reduce((sum, power) => sum + power, 0) / loud.length)
}
