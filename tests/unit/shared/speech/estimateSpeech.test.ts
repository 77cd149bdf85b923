import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateSegment, estimateSpeech } from '#shared/speech/estimateSpeech.ts'

// Seconds from the first word's start to the last one's end, mean of the six built-in voices at speed 1, as measured.
test.each([
  [
    11.04,
    "Welcome to today's market update. Tech stocks are rallying after the quarterly results, which surprised most analysts. Meanwhile the Nasdaq climbed.",
  ],
  [
    14.67,
    'Apple reported strong earnings of $94.9 billion, up 6.1% year over year. The iPhone grew by 6% in 2024, to 46.2 billion.',
  ],
  [
    11.51,
    'It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity.',
  ],
  [2.65, "Looking ahead to next quarter's outlook"],
])('%f seconds of speech, a tenth more or less', (seconds, text) => {
  expect(Math.abs(estimateSpeech(text, 1) - 0.5 - seconds) / seconds).toBeLessThan(0.1)
})

test('more text takes longer, twice the speed half as long, and Chinese is not thought silent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(estimateSpeech(`${one} ${other}`, 1)).toBeGreaterThanOrEqual(estimateSpeech(one, 1) - 1e-9)
      expect(estimateSpeech(one, 2) - 0.5).toBeCloseTo((estimateSpeech(one, 1) - 0.5) / 2)
    }),
  )
  expect(estimateSpeech('科技公司季度业绩超出分析师预期。', 1)).toBeGreaterThan(3)
  expect(estimateSpeech('', 1)).toBe(0.5)
})

test('a segment lasts as long as its words at their speeds, and its silences', () => {
  const text = 'One two three. Four five six.'
  expect(estimateSegment({ text }, 1.3)).toBeCloseTo(estimateSpeech(text, 1.3), 6)
  const silent = estimateSegment({ text, marks: [{ kind: 'silence', at: 2, seconds: 3 }] }, 1)
  expect(silent).toBeCloseTo(estimateSpeech(text, 1) + 3, 6)
  const slow = estimateSegment({ text, marks: [{ kind: 'speed', at: 0, speed: 0.5 }] }, 1)
  expect(slow).toBeCloseTo(estimateSpeech(text, 0.5), 6)
  const mixed = estimateSegment(
    {
      text,
      marks: [
        { kind: 'speed', at: 3, speed: 2 },
        { kind: 'speed', at: 99 },
      ],
    },
    1,
  )
  expect(mixed).toBeCloseTo(estimateSpeech('One two three. ', 1) + estimateSpeech('Four five six.', 2) - 0.5, 6)
})
