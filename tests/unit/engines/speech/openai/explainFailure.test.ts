import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanWords, explainRefusal, retryAfter } from '#engines/speech/openai/explainFailure.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

test.each<[Record<string, string>, number | undefined]>([
  [{}, undefined],
  [{ 'retry-after': '20' }, 20_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': ' 1.5 ' }, 1500],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
  [{ 'retry-after-ms': 'x', 'retry-after': '9' }, 9000],
])('Retry-After %j', (headers, milliseconds) => {
  expect(retryAfter(new Headers(headers), now)).toBe(milliseconds)
})

test.each([
  [401, true, 'KEY_REFUSED', false],
  [401, false, 'KEY_MISSING', false],
  [402, true, 'SPEECH_NO_CREDIT', false],
  [400, true, 'SPEECH_REFUSED', false],
  [403, true, 'SPEECH_REFUSED', false],
  [408, true, 'SPEECH_BUSY', true],
  [429, true, 'SPEECH_BUSY', true],
  [500, true, 'SPEECH_BUSY', true],
  [529, true, 'SPEECH_BUSY', true],
])('status %i, key sent: %s, is %s', (status, keySent, code, again) => {
  const failure = explainRefusal({ status, headers: new Headers(), words: 'Why' }, keySent, now)
  expect(failure.again).toBe(again)
  expect(failure.error(5).code).toBe(code)
})

test('words are one short line without the key', () => {
  const key = 'abc-very-secret'
  const anyWords = fc
    .array(fc.oneof(fc.string(), fc.constantFrom(key, '\n', '\u0007', '<p>', 'sk-proj-12**89', 'why ')))
    .map((parts) => parts.join(' '))
  fc.assert(
    fc.property(anyWords, (words) => {
      const line = cleanWords(words, key)
      expect(line).not.toMatch(/[\p{Cc}]|sk-proj/u)
      expect(line).not.toContain(key)
      expect(line.length).toBeLessThanOrEqual(240)
    }),
  )
  expect(cleanWords('Not\n  <b>allowed</b>', null)).toBe('Not allowed')
})
