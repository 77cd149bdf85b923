import { expect, test } from 'vitest'
import { foldWords } from '#pipeline/speech/foldWords.ts'

const heard = [
  { text: 'a', start: 0, end: 1 },
  { text: 'b', start: 2, end: 3 },
  { text: 'c', start: 4, end: 6 },
]

test('words that are said as many have their own times', () => {
  expect(foldWords(heard, [{ written: ['X', 'Y,', 'Z'], said: 3 }])).toEqual([
    { text: 'X', start: 0, end: 1 },
    { text: 'Y,', start: 2, end: 3 },
    { text: 'Z', start: 4, end: 6 },
  ])
})

test('one word lasts as long as all that is said for it', () => {
  const folded = foldWords(heard, [
    { written: ['NASA'], said: 2 },
    { written: ['is'], said: 1 },
  ])
  expect(folded).toEqual([
    { text: 'NASA', start: 0, end: 3 },
    { text: 'is', start: 4, end: 6 },
  ])
})

test('several words share the time of fewer or more', () => {
  for (const said of [1, 3]) {
    const [first, second, ...rest] = foldWords(heard, [{ written: ['New', 'York'], said }])
    expect(rest).toEqual([])
    expect(first?.start).toBe(0)
    expect(second!.start).toBeGreaterThanOrEqual(first!.end)
    expect(second?.end).toBe(said === 1 ? 1 : 6)
  }
})
