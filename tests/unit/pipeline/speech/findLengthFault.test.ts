import { expect, test } from 'vitest'
import { findLengthFault } from '#pipeline/speech/findLengthFault.ts'

const sampleRate = 16_000
const tone = (seconds: number) => ({
  samples: Float32Array.from({ length: seconds * sampleRate }, (_, at) => 0.3 * Math.sin(at / 20)),
  sampleRate,
})
const text = 'Every morning the baker opens the door of the small shop before the sun comes up.'

test.each([2, 5, 12, 25])('a sentence of sixteen words may take %i s', (seconds) => {
  expect(findLengthFault(tone(seconds), text, 1)).toBeUndefined()
})
test.each([0.5, 1, 40])('it can not take %d s', (seconds) => {
  expect(findLengthFault(tone(seconds), text, 1)).toMatchObject({ kind: 'length' })
})
test('unless it was asked for as slow, or as fast', () => {
  expect(findLengthFault(tone(40), text, 0.5)).toBeUndefined()
  expect(findLengthFault(tone(0.8), text, 2)).toBeUndefined()
})
test('a speed that the voice ignored is no fault', () => {
  expect(findLengthFault(tone(5), text, 4)).toBeUndefined()
  expect(findLengthFault(tone(5), text, 0.25)).toBeUndefined()
})
test('silence is named', () => {
  const silence = { samples: new Float32Array(4 * sampleRate), sampleRate }
  expect(findLengthFault(silence, text, 1)).toEqual({ kind: 'silence' })
  expect(findLengthFault(silence, '* * *', 1)).toBeUndefined()
})
test.each([
  ['$1,000,000,000,000', 1.2],
  ['XML, HTTP and CSS', 4],
  ['😀 🎉', 3],
  ['你好，世界。', 1.1],
  ['Hi.', 0.4],
  ['42', 0.5],
])('%s in %d s', (short, seconds) => {
  expect(findLengthFault(tone(seconds), short, 1)).toBeUndefined()
})
