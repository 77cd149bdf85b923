import { describe, expect, test } from 'vitest'
import { gatedOut, LoudnessMeter } from '#engines/loudness/LoudnessMeter.ts'

/** A stereo sine of 1 kHz in parts, each some seconds at some dBFS, as EBU Tech 3341 has them. */
function sine(sampleRate: number, parts: readonly (readonly [seconds: number, dBFS: number])[]): Float32Array {
  const levels = parts.flatMap(([seconds, dBFS]) =>
    Array.from({ length: Math.round(seconds * sampleRate) }, () => 10 ** (dBFS / 20)),
  )
  const frames = new Float32Array(2 * levels.length)
  levels.forEach((level, i) => {
    frames.fill(level * Math.sin((2 * Math.PI * 1000 * i) / sampleRate), 2 * i, 2 * i + 2)
  })
  return frames
}

function measure(sampleRate: number, channels: number, frames: Float32Array, piece = frames.length): number {
  const meter = new LoudnessMeter(sampleRate, channels)
  for (let at = 0; at < frames.length; at += piece) meter.push(frames.subarray(at, at + piece))
  return meter.integrated()
}

describe.each([48_000, 44_100, 24_000, 16_000, 15_000])('at %i samples a second', (rate) => {
  // EBU Tech 3341, table 1: the tests of integrated loudness, each to be met within 0.1 LU.
  test.each<[string, [number, number][], number]>([
    ['1: a steady tone', [[20, -23]], -23],
    ['2: a soft steady tone', [[20, -33]], -33],
    [
      '3: soft ends are left out by the relative gate',
      [
        [10, -36],
        [60, -23],
        [10, -36],
      ],
      -23,
    ],
    [
      '4: what is nearly silent is left out by the absolute gate',
      [
        [10, -72],
        [10, -36],
        [60, -23],
        [10, -36],
        [10, -72],
      ],
      -23,
    ],
    [
      '5: the gate is relative to the whole',
      [
        [20, -26],
        [20.1, -20],
        [20, -26],
      ],
      -23,
    ],
  ])('case %s', (_name, parts, wanted) => {
    expect(Math.abs(measure(rate, 2, sine(rate, parts)) - wanted)).toBeLessThanOrEqual(0.1)
  })
})

test('one channel is 3 LU less than the same on two', () => {
  const both = sine(48_000, [[5, -20]])
  const one = both.filter((_, i) => i % 2 === 0)
  expect(measure(48_000, 2, both) - measure(48_000, 1, one)).toBeCloseTo(3.01, 2)
})

test('how the sound is cut into pieces makes no difference', () => {
  const frames = sine(44_100, [
    [1, -30],
    [2, -12],
  ])
  const whole = measure(44_100, 2, frames)
  for (const piece of [2, 1000, 8820, 9998]) expect(measure(44_100, 2, frames, piece)).toBeCloseTo(whole, 9)
})

test('silence, and sound shorter than a block, have no loudness', () => {
  expect(measure(44_100, 1, new Float32Array(44_100))).toBe(gatedOut)
  expect(measure(44_100, 2, sine(44_100, [[0.39, -10]]))).toBe(gatedOut)
})
