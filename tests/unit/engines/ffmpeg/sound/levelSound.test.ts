import { expect, test } from 'vitest'
import { levelled, loudnessOf, settleGain } from '#engines/ffmpeg/sound/levelSound.ts'
import type { Sound } from '#engines/ffmpeg/sound/openSound.ts'
import { random } from '#tests/fakes/media/stripScene.ts'

const never = new AbortController().signal
const sampleRate = 16_000

const soundOf = (samples: Float32Array, channels = 1): Sound => ({
  ...{ sampleRate, channels },
  frames: async function* () {
    for (let at = 0; at < samples.length; at += 5000) yield samples.subarray(at, at + 5000)
  },
})

/** Syllables of noise, some much louder than the others. */
function syllables(seconds: number, level: number): Float32Array {
  const noise = random(5)
  return Float32Array.from({ length: seconds * sampleRate }, (_, i) => {
    const swell = Math.max(0, Math.sin((i / sampleRate) * 20)) ** 3 * (1 + 3 * Math.max(0, Math.sin(i / sampleRate)))
    return level * swell * (noise() - 0.5)
  })
}

async function after(sound: Sound, gain: number, ceiling: number) {
  const frames = await Array.fromAsync(levelled(sound, { gain, ceiling }))
  const samples = Float32Array.from(frames.flatMap((piece) => [...piece]))
  return {
    loudness: await loudnessOf(soundOf(samples, sound.channels), never),
    peak: Math.max(...samples.map(Math.abs)),
  }
}

test.each([0.002, 0.1, 0.5])('sound of level %d gets to its loudness, under its ceiling', async (level) => {
  const sound = soundOf(syllables(6, level))
  const loudness = (await loudnessOf(sound, never))!
  const ceiling = -1.6
  const gain = await settleGain(sound, { loudness, aim: -14, ceiling }, never)
  const reached = await after(sound, gain, ceiling)
  expect(Math.abs(reached.loudness! + 14)).toBeLessThanOrEqual(0.1)
  expect(20 * Math.log10(reached.peak)).toBeLessThanOrEqual(ceiling + 0.01)
  // The limiter works here, and the gain makes up for it.
  expect(gain).toBeGreaterThan(-14 - loudness)
})

test('where nothing needs limiting the gain is what the loudness lacks', async () => {
  const sound = soundOf(Float32Array.from({ length: 5 * sampleRate }, (_, i) => 0.02 * Math.sin(i / 3)))
  const loudness = (await loudnessOf(sound, never))!
  expect(await settleGain(sound, { loudness, aim: -20, ceiling: -1 }, never)).toBe(-20 - loudness)
})

test('one channel counts twice, as it will be heard on two', async () => {
  const one = syllables(3, 0.2)
  const two = Float32Array.from({ length: 2 * one.length }, (_, i) => one[i >> 1]!)
  expect(await loudnessOf(soundOf(one), never)).toBeCloseTo((await loudnessOf(soundOf(two, 2), never))!, 9)
})

test('silence has no loudness, a click has that of its loop, and what can not be reached is not searched for ever', async () => {
  expect(await loudnessOf(soundOf(new Float32Array(sampleRate)), never)).toBeNull()
  const click = soundOf(syllables(0.2, 0.3))
  const loudness = (await loudnessOf(click, never))!
  expect(loudness).toBeGreaterThan(-60)
  const lone = new Float32Array(3 * sampleRate)
  lone[sampleRate] = 0.5
  const gain = await settleGain(soundOf(lone), { loudness: -60, aim: -14, ceiling: -1 }, never)
  expect(gain).toBeLessThanOrEqual(-14 + 60 + 60)
})
