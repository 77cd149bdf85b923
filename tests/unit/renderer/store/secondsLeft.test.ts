import { expect, test } from 'vitest'
import { noteProgress, secondsLeft } from '#renderer/store/secondsLeft.ts'

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

test('only what is worth knowing is noted: the last half minute, and nothing of another run', () => {
  const samples = [0, 10, 20, 30, 40, 65].reduce<ReturnType<typeof noteProgress>>(
    (list, at) => noteProgress(list, { at, progress: at }),
    [],
  )
  expect(samples.map(({ at }) => at)).toEqual([40, 65])
  expect(noteProgress(samples, { at: 66, progress: 2 })).toEqual([{ at: 66, progress: 2 }])
})
