import { expect, test } from 'vitest'
import { nextGain, type Trial } from '#engines/ffmpeg/sound/nextGain.ts'

const aim = -14

/** Trials until one hits, as `masterSound` makes them. */
function search(loudness: (gain: number) => number, first: number): Trial[] {
  const trials: Trial[] = []
  for (let gain = first; trials.length < 30; gain = nextGain(trials, aim)) {
    trials.push({ gain, reached: loudness(gain) })
    if (Math.abs(trials.at(-1)!.reached - aim) <= 0.1) break
  }
  return trials
}

const hit = (trials: Trial[]) => Math.abs(trials.at(-1)!.reached - aim) <= 0.1

test('without a limiter one step hits', () => {
  expect(search((gain) => gain - 30, 10)).toEqual([
    { gain: 10, reached: -20 },
    { gain: 16, reached: -14 },
  ])
})

test('a limiter that takes most of each decibel is followed', () => {
  const limited = (gain: number) => (gain < 12 ? gain - 31 : -19 + 0.28 * (gain - 12))
  const trials = search(limited, 17)
  expect(hit(trials)).toBe(true)
  expect(trials.length).toBeLessThanOrEqual(4)
})

test('where the gate makes the loudness fall back, the gain behind the fall is found', () => {
  // As measured of one letter spoken by onyx: 28.7 dB would do too, and the search leaps over it.
  const measured = (gain: number) =>
    gain < 12 ? gain - 31 : gain < 29 ? -19 + 0.27 * (gain - 12) : -15.3 + 0.2 * (gain - 29)
  expect(hit(search(measured, 17))).toBe(true)
})

test.each([-40, 0, 17, 30, 60, 100])('from %i dB, with a fall at any place', (first) => {
  for (let fall = 5; fall < 60; fall += 0.5) {
    const loudness = (gain: number) => (gain < 12 ? gain - 31 : -19 + 0.3 * (gain - 12)) - (gain > fall ? 1.7 : 0)
    expect(hit(search(loudness, first)), `a fall at ${fall} dB`).toBe(true)
  }
})
