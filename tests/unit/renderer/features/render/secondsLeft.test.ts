import { expect, test } from 'vitest'
import { secondsLeft } from '#renderer/features/render/secondsLeft.ts'

test('nothing is promised before there is something to go by', () => {
  expect(secondsLeft([])).toBeUndefined()
  expect(
    secondsLeft([
      { at: 0, progress: 0 },
      { at: 3, progress: 50 },
    ]),
  ).toBeUndefined()
  expect(
    secondsLeft([
      { at: 0, progress: 0 },
      { at: 60, progress: 3 },
    ]),
  ).toBeUndefined()
})

test('at an even pace the rest takes its share', () => {
  expect(
    secondsLeft([
      { at: 0, progress: 0 },
      { at: 10, progress: 25 },
    ]),
  ).toBeCloseTo(30)
})

test('the pace of late counts, not that of long ago', () => {
  const samples = [
    { at: 0, progress: 0 },
    { at: 100, progress: 10 },
    { at: 110, progress: 20 },
    { at: 120, progress: 30 },
  ]
  expect(secondsLeft(samples)).toBeCloseTo(70)
})
