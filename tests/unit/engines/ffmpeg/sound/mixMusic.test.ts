import { expect, test } from 'vitest'
import { duckingCurve } from '#engines/ffmpeg/sound/mixMusic.ts'

const at = (curve: Float32Array, seconds: number) => curve[Math.round(seconds * 1000)]!
const ducked = 10 ** (-8 / 20)

test('the music is down while somebody speaks, and back well after', () => {
  const curve = duckingCurve([[2, 4]], 8, 8)
  expect(at(curve, 1)).toBe(1)
  expect(at(curve, 2)).toBeCloseTo(ducked, 2)
  expect(at(curve, 3)).toBeCloseTo(ducked, 5)
  expect(at(curve, 4)).toBeCloseTo(ducked, 2)
  expect(at(curve, 5)).toBe(1)
})

test('between words it stays down, in a long silence it comes up', () => {
  const curve = duckingCurve(
    [
      [0, 1],
      [1.4, 2],
      [6, 7],
    ],
    8,
    9,
  )
  expect(at(curve, 1.2)).toBeCloseTo(ducked, 5)
  expect(at(curve, 4)).toBe(1)
  expect(at(curve, 6.5)).toBeCloseTo(ducked, 5)
})

test('it moves without a jump', () => {
  const curve = duckingCurve([[0.5, 1]], 24, 3)
  for (let i = 1; i < curve.length; i++) expect(Math.abs(curve[i]! - curve[i - 1]!)).toBeLessThan(0.01)
})

test('without words it is as it was', () => {
  expect(Math.min(...duckingCurve([], 8, 1))).toBe(1)
})
