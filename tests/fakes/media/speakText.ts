import { join } from 'node:path'
import { expect } from 'vitest'
import { type SpeakOptions, speakSegment } from '#pipeline/speakSegment.ts'
import type { Narration } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { scratch } from '../service/scratch.ts'
import { createToneEngine } from './toneEngine.ts'

export const never = new AbortController().signal
export const rate = 16_000

/** How a segment is spoken in a folder of its own. */
export function options(engine = createToneEngine(), folder = scratch()): SpeakOptions {
  return {
    engine,
    as: { voice: 'nova', speed: 1 },
    cacheFolder: join(folder, 'cache'),
    workFolder: join(folder, 'work'),
  }
}

export const speak = (text: string, how: SpeakOptions, signal = never) => speakSegment({ index: 1, text }, how, signal)

export function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(englishSentence(result.error))
  return result.value
}

/** The stretches of exact zeros of 20 ms and more, [start, length) in samples. */
export function silences(samples: Float32Array): [number, number][] {
  const found: [number, number][] = []
  let start = -1
  for (let at = 0; at <= samples.length; at++) {
    if (samples[at] === 0 && start < 0) start = at
    if (samples[at] !== 0 && start >= 0) {
      if (at - start >= 0.02 * rate) found.push([start, at - start])
      start = -1
    }
  }
  return found
}

/** Expects of every word that it is heard after the one before, and within the sound. */
export function expectOrder({ words, duration }: Pick<Narration, 'words' | 'duration'>): void {
  let before = 0
  for (const { start, end } of words) {
    expect(start).toBeGreaterThanOrEqual(before)
    expect(end).toBeGreaterThanOrEqual(start)
    expect(end).toBeLessThanOrEqual(duration)
    before = end
  }
}
