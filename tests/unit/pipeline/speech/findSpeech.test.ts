import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSpeech } from '#pipeline/speech/findSpeech.ts'

const rate = 16_000
const decibels = (level: number) => 10 ** (level / 20)

/** Noise of that level in decibels of full scale; the same each time. */
function noise(seconds: number, level: number): Float32Array {
  let state = 1
  return Float32Array.from({ length: Math.round(seconds * rate) }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return (state / 2 ** 30 - 1) * Math.sqrt(3) * decibels(level)
  })
}

const voice = (seconds: number, level: number) =>
  Float32Array.from(
    { length: Math.round(seconds * rate) },
    (_, at) => Math.SQRT2 * decibels(level) * Math.sin((2 * Math.PI * 150 * at) / rate),
  )

function sound(...parts: Float32Array[]) {
  const samples = Float32Array.from(parts.flatMap((part) => [...part]))
  return { samples, sampleRate: rate }
}

/** Where speech begins and ends, in seconds. */
function found(...parts: Float32Array[]) {
  const stretch = findSpeech(sound(...parts))
  return stretch && { start: stretch.start / rate, end: stretch.end / rate }
}

test.each([-6, -20, -45])('finds speech of %i dBFS between silences, to a hundredth of a second', (level) => {
  const at = found(new Float32Array(0.5 * rate), voice(1, level), new Float32Array(0.8 * rate))
  expect(Math.abs(at!.start - 0.5)).toBeLessThanOrEqual(0.01)
  expect(Math.abs(at!.end - 1.5)).toBeLessThanOrEqual(0.01)
})

test.each([-75, -60, -50])('noise of %i dBFS is no speech', (level) => {
  const at = found(noise(0.5, level), voice(1, -20), noise(0.8, level))
  expect(Math.abs(at!.start - 0.5)).toBeLessThanOrEqual(0.01)
  expect(Math.abs(at!.end - 1.5)).toBeLessThanOrEqual(0.01)
})

test('soft beginnings and endings of words belong to them', () => {
  const at = found(noise(0.4, -75), noise(0.08, -58), voice(1, -20), noise(0.1, -60), noise(0.4, -75))
  expect(Math.abs(at!.start - 0.4)).toBeLessThanOrEqual(0.01)
  expect(Math.abs(at!.end - 1.58)).toBeLessThanOrEqual(0.01)
})

test('the noise of a voice is no speech where its pauses were filled up with zeros', () => {
  const rest = new Float32Array(0.4 * rate)
  const at = found(noise(0.24, -60), voice(1, -15), noise(0.1, -60), rest, noise(0.1, -60), voice(1, -15))
  expect(Math.abs(at!.start - 0.24)).toBeLessThanOrEqual(0.01)
})

test('a soft ending after a dip belongs to its word', () => {
  const at = found(noise(0.3, -80), voice(1, -12), noise(0.04, -80), noise(0.14, -54), noise(0.4, -80))
  expect(Math.abs(at!.end - 1.48)).toBeLessThanOrEqual(0.01)
})

test('a click is no speech', () => {
  const click = new Float32Array(0.3 * rate)
  click[1000] = 0.9
  const at = found(click, voice(1, -20), click)
  expect(Math.abs(at!.start - 0.3)).toBeLessThanOrEqual(0.01)
  expect(Math.abs(at!.end - 1.3)).toBeLessThanOrEqual(0.01)
})

test('short speech in long silence is found, silence is not', () => {
  const at = found(new Float32Array(20 * rate), voice(0.15, -20), new Float32Array(20 * rate))
  expect(Math.abs(at!.start - 20)).toBeLessThanOrEqual(0.01)
  expect(found(new Float32Array(rate))).toBeUndefined()
  expect(found(noise(1, -80))).toBeUndefined()
  expect(found(new Float32Array(0))).toBeUndefined()
  expect(found(voice(2, -20))).toEqual({ start: 0, end: 2 })
})

test('whatever comes in, the stretch lies within it', () => {
  const anySamples = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 3000 })
  fc.assert(
    fc.property(anySamples, fc.constantFrom(8000, 16_000, 24_000, 48_000), (values, sampleRate) => {
      const stretch = findSpeech({ samples: Float32Array.from(values), sampleRate })
      if (!stretch) return
      expect(stretch.start).toBeGreaterThanOrEqual(0)
      expect(stretch.end).toBeGreaterThan(stretch.start)
      expect(stretch.end).toBeLessThanOrEqual(values.length)
    }),
  )
})
