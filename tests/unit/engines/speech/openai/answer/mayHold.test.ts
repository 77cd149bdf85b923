import { expect, test } from 'vitest'
import { mayHold } from '#engines/speech/openai/answer/mayHold.ts'

test('sound that is silent or far too short does not hold the text', () => {
  const sound = (seconds: number, level = 0.2) => ({
    samples: new Float32Array(seconds * 1000).fill(level),
    sampleRate: 1000,
  })
  const text = 'The market rose by three percent today, they said.'
  expect(mayHold(sound(3), text, 1)).toBe(true)
  expect(mayHold(sound(3, 0), text, 1)).toBe(false)
  expect(mayHold(sound(0.3), text, 1)).toBe(false)
  expect(mayHold(sound(0.3), text, 4)).toBe(true)
  expect(mayHold(sound(3), text, 0.25)).toBe(true)
  expect(mayHold(sound(0.1, 0), '— …', 1)).toBe(true)
})
