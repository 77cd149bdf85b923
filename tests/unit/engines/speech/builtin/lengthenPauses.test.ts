import { expect, test } from 'vitest'
import { lengthenPauses } from '#engines/speech/builtin/lengthenPauses.ts'

const word = (text: string, start: number, end: number) => ({ text, start, end })

test('a short pause at punctuation is filled up with silence, and the words behind it move', () => {
  const samples = new Float32Array(400).fill(1)
  const words = [word('One.', 0, 1), word('Two', 1.1, 2), word('three,', 2, 3), word('four', 3.02, 4)]
  const longer = lengthenPauses({ samples, sampleRate: 100, words }, 1)
  expect(longer.words.map(({ start, end }) => [start, end].map((t) => Math.round(t * 100)))).toEqual([
    [0, 100],
    [142, 232],
    [232, 332],
    [352, 450],
  ])
  expect(longer.samples).toHaveLength(400 + 32 + 18)
  expect([...longer.samples.subarray(105, 137)]).toEqual(new Array(32).fill(0))
  expect(longer.samples.reduce((sum, x) => sum + x, 0)).toBe(400)
})

test('sound ends in silence and begins from it without a click', () => {
  const samples = new Float32Array(16_000).fill(0.5)
  const words = [word('One.', 0, 0.4), word('Two.', 0.5, 1)]
  const { samples: longer } = lengthenPauses({ samples, sampleRate: 16_000, words }, 1)
  const steps = longer.subarray(1).map((sample, at) => Math.abs(sample - longer[at]!))
  expect(Math.max(...steps)).toBeLessThan(0.02)
  expect([longer[0], longer.at(-1)]).toEqual([0.5, 0.5])
})

test('a word that the voice runs on from keeps its place', () => {
  const words = [word('Dr.', 0, 1), word('No', 1, 2)]
  const speech = { samples: new Float32Array(200), sampleRate: 100, words }
  expect(lengthenPauses(speech, 1).words).toEqual(words)
})

test('rests are shorter at a higher speed', () => {
  const words = [word('Yes.', 0, 1), word('No', 1.1, 2)]
  const speech = { samples: new Float32Array(200), sampleRate: 100, words }
  expect(lengthenPauses(speech, 2).words[1]?.start).toBeCloseTo(1.21)
  expect(lengthenPauses(speech, 4).words[1]?.start).toBeCloseTo(1.105, 1)
})
