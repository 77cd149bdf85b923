import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PeakLimiter } from '#engines/loudness/PeakLimiter.ts'

const rate = 16_000

function limit(frames: Float32Array, channels: number, gain: number, ceiling: number, piece = 4096): Float32Array {
  const limiter = new PeakLimiter(rate, channels, { gain, ceiling })
  const out: number[] = []
  for (let at = 0; at < frames.length; at += piece * channels)
    out.push(...limiter.push(frames.subarray(at, at + piece * channels)))
  return Float32Array.from([...out, ...limiter.flush()])
}

/** The largest level of the curve through samples, at sixteen times their rate, by a long windowed sinc. */
function highest(samples: Float32Array): number {
  const [finer, reach] = [16, 32]
  let peak = 0
  for (let at = 0; at < samples.length * finer; at++) {
    const middle = at / finer
    let value = 0
    for (let i = Math.max(0, Math.ceil(middle - reach)); i <= Math.min(samples.length - 1, middle + reach); i++) {
      const x = middle - i
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
      value += samples[i]! * sinc * Math.cos((Math.PI * x) / (2 * reach + 1)) ** 2
    }
    peak = Math.max(peak, Math.abs(value))
  }
  return peak
}

/** Samples in which a tone swells and fades. */
const ramp = 12
const highestTone = 5000

/** Tones that start and stop, at any level, somewhere between silence and far too loud. */
const soundsOf = (frames: { readonly min: number; readonly max: number }) =>
  fc
    .array(
      fc.record({
        frames: fc.integer(frames),
        level: fc.double({ min: 0, max: 3, noNaN: true }),
        frequency: fc.integer({ min: 40, max: highestTone }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) =>
      Float32Array.from(
        parts.flatMap(({ frames, level, frequency }) =>
          Array.from({ length: frames }, (_, i) => {
            const swell = Math.min(1, (i + 1) / ramp, (frames - i) / ramp)
            return level * swell * Math.sin((2 * Math.PI * frequency * i) / rate)
          }),
        ),
      ),
    )

/**
 * How far the true peak may lie above what a measurement at four times the rate finds, by the highest frequency in the
 * sound (ITU-R BS.1770-5, annex 2, attachment 1: under-read of an over-sampling measurement), and 0.3 % for the
 * interpolating filter.
 */
const underRead = (frequency: number) => 1.003 / Math.cos((Math.PI * frequency) / rate / 4)

test.each([
  ['tones', { min: 2 * ramp, max: 300 }, underRead(highestTone)],
  // What begins and ends within some samples reaches up to half the rate.
  ['clicks', { min: 1, max: 2 * ramp }, underRead(rate / 2)],
])('%s: no true peak above the ceiling comes out, as much as went in, and nothing moves in time', (_, frames, over) => {
  fc.assert(
    fc.property(soundsOf(frames), fc.double({ min: 0.2, max: 5, noNaN: true }), (sound, gain) => {
      const ceiling = 0.8
      const limited = limit(sound, 1, gain, ceiling)
      expect(limited.length).toBe(sound.length)
      expect(highest(limited)).toBeLessThanOrEqual(ceiling * over)
      limited.forEach((sample, i) => {
        // Never louder than the gain makes it, never turned round.
        expect(Math.abs(sample)).toBeLessThanOrEqual(Math.abs(sound[i]! * gain) * 1.000001 + 1e-30)
        expect(sample * sound[i]!).toBeGreaterThanOrEqual(0)
      })
    }),
    { numRuns: 60 },
  )
})

test('sound below the ceiling is multiplied and nothing else', () => {
  const sound = Float32Array.from({ length: 5000 }, (_, i) => 0.3 * Math.sin(i / 7))
  const limited = limit(sound, 1, 2, 0.7)
  limited.forEach((sample, i) => {
    expect(sample).toBeCloseTo(2 * sound[i]!, 6)
  })
})

test('long before and long after a peak nothing changes', () => {
  const sound = new Float32Array(rate).fill(0.1)
  sound[8000] = 4
  const limited = limit(sound, 1, 1, 0.5)
  expect(limited[8000 - 90]).toBeCloseTo(0.1, 6)
  expect(limited[8000 - 40]).toBeLessThan(0.09)
  expect(limited[8000 + 6 * 960 + 80]).toBeCloseTo(0.1, 3)
})

test('both channels share the gain, so that nothing wanders from one side to the other', () => {
  const frames = Float32Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 2 : 0.5) * Math.sin(i / 40))
  const limited = limit(frames, 2, 1, 0.8)
  for (let i = 2; i < limited.length; i += 2) {
    const [left, right] = [limited[i]! / frames[i]!, limited[i + 1]! / frames[i + 1]!]
    if (Math.abs(frames[i]!) > 0.01) expect(left / right).toBeCloseTo(1, 4)
  }
})

test('how the sound is cut into pieces makes no difference', () => {
  const sound = Float32Array.from({ length: 3000 }, (_, i) => 1.5 * Math.sin(i / 9) * Math.sin(i / 500))
  const whole = limit(sound, 1, 1, 0.6, 3000)
  for (const piece of [1, 7, 80, 85, 86, 1024]) expect(limit(sound, 1, 1, 0.6, piece)).toEqual(whole)
})
