import { expect, test } from 'vitest'
import { medianPitch as pitchOf, shiftPitch } from '#engines/speech/builtin/shiftPitch.ts'
import { medianPitch } from './measureVoice.ts'

const sampleRate = 16_000
const hum = (pitch: number, seconds = 1) =>
  Float32Array.from({ length: seconds * sampleRate }, (_, at) => {
    const phase = (2 * Math.PI * pitch * at) / sampleRate
    return 0.2 * Math.sin(phase) + 0.1 * Math.sin(2 * phase + 1)
  })
const middle = (samples: Float32Array) => samples.subarray(0.3 * sampleRate, 0.7 * sampleRate)
const power = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
const whole = { from: 0, to: sampleRate }

test.each([
  [90, 1.3],
  [120, 0.8],
  [180, 1.5],
  [220, 1.2],
])('a voice of %i Hz moves by a factor of %f, as long and about as loud as before', (pitch, factor) => {
  const before = hum(pitch)
  const after = shiftPitch(before, sampleRate, whole, () => factor)
  expect(after).toHaveLength(before.length)
  expect(medianPitch(middle(after), sampleRate) / (pitch * factor)).toBeCloseTo(1, 1)
  expect(Math.abs(10 * Math.log10(power(middle(after)) / power(middle(before))))).toBeLessThan(1.5)
})

test('silence and noise stay what they are', () => {
  const silence = new Float32Array(sampleRate)
  expect(shiftPitch(silence, sampleRate, whole, () => 1.4)).toEqual(silence)
  let seed = 1
  const noise = Float32Array.from({ length: sampleRate }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647 - 0.5
  })
  expect(shiftPitch(noise, sampleRate, whole, () => 1.4)).toEqual(noise)
})

test('at a part’s edges nothing jumps', () => {
  const before = hum(110)
  const largest = (samples: Float32Array) =>
    Math.max(...samples.subarray(1).map((sample, at) => Math.abs(sample - samples[at]!)))
  const after = shiftPitch(before, sampleRate, { from: 6000, to: 12_000 }, (place) => 1 + 0.4 * place)
  expect(largest(after)).toBeLessThan(1.6 * largest(before))
})

test('the pitch of a part is its median; silence has none', () => {
  expect(pitchOf(hum(150), sampleRate, { from: 2000, to: 8000 })).toBeCloseTo(150, -1)
  expect(pitchOf(new Float32Array(8000), sampleRate, { from: 0, to: 8000 })).toBeUndefined()
})
