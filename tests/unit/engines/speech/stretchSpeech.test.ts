import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretchSpeech } from '#engines/speech/stretchSpeech.ts'

const rate = 24_000

/** A hum of 140 Hz with overtones that swells and fades four times a second, as syllables do. */
const hum = Float32Array.from({ length: 2 * rate }, (_, at) => {
  const time = at / rate
  const tone = [1, 2, 3, 5].reduce((sum, overtone) => sum + Math.sin(2 * Math.PI * 140 * overtone * time) / overtone, 0)
  return 0.3 * tone * Math.sin(Math.PI * 4 * time) ** 2
})

/** The period of a voice in samples: where the sound resembles itself best. */
function period(samples: Float32Array): number {
  const from = Math.floor(samples.length / 3)
  const alike = (lag: number) => {
    let sum = 0
    for (let at = from; at < from + rate / 4; at++) sum += samples[at]! * samples[at + lag]!
    return sum
  }
  return Array.from({ length: 200 }, (_, lag) => lag + 100).reduce((best, lag) =>
    alike(lag) > alike(best) ? lag : best,
  )
}

/** Samples of the loud stretches' middles. */
function swells(samples: Float32Array, speed: number): number {
  const frame = Math.round(0.025 * rate)
  const loud = Array.from({ length: Math.floor(samples.length / frame) }, (_, at) =>
    Math.max(...samples.subarray(at * frame, (at + 1) * frame)),
  )
  const reach = Math.max(1, Math.round(3 / speed))
  return loud.filter(
    (level, at) => level > 0.3 && level === Math.max(...loud.slice(Math.max(0, at - reach), at + reach + 1)),
  ).length
}

test.each([0.25, 0.5, 0.8, 1.25, 1.5, 2, 4])(
  'at speed %f the pitch stays and the syllables keep their number',
  (speed) => {
    const stretched = stretchSpeech(hum, rate, speed)
    expect(stretched.length).toBe(Math.round(hum.length / speed))
    expect(Math.abs(period(stretched) - rate / 140)).toBeLessThan(2)
    if (speed >= 0.5 && speed <= 2) expect(swells(stretched, speed)).toBe(8)
  },
)

test('nothing gets louder than it was, and no length makes it fail', () => {
  const anySound = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 2000 })
  fc.assert(
    fc.property(anySound, fc.double({ min: 0.25, max: 4, noNaN: true }), (values, speed) => {
      const stretched = stretchSpeech(Float32Array.from(values), 8000, speed)
      expect(stretched.length).toBe(Math.round(values.length / speed))
      for (const sample of stretched) expect(Math.abs(sample)).toBeLessThanOrEqual(1.0001)
    }),
  )
})
