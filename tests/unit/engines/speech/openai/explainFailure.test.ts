import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanWords, explainRefusal, retryAfter } from '#engines/speech/openai/explainFailure.ts'
import { englishSentence } from '#shared/errors.ts'

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

const address = 'http://127.0.0.1:8880/audio/speech'
const explain = (status: number, words: string | undefined = 'Why', keySent = true) =>
  explainRefusal({ status, headers: new Headers(), address, words }, keySent, now)

test.each([
  [401, true, 'KEY_REFUSED', false],
  [401, false, 'KEY_WANTED', false],
  [402, true, 'SPEECH_NO_CREDIT', false],
  [400, true, 'SPEECH_REFUSED', false],
  [403, true, 'SPEECH_REFUSED', false],
  [404, true, 'SPEECH_NOT_THERE', false],
  [405, true, 'SPEECH_NOT_THERE', false],
  [408, true, 'SPEECH_BUSY', true],
  [429, true, 'SPEECH_BUSY', true],
  [500, true, 'SPEECH_FAILED', true],
  [502, true, 'SPEECH_FAILED', true],
  [503, true, 'SPEECH_BUSY', true],
  [529, true, 'SPEECH_BUSY', true],
])('status %i, key sent: %s, is %s', (status, keySent, code, again) => {
  const failure = explain(status, 'Why', keySent)
  expect(failure.again).toBe(again)
  expect(failure.error(5).code).toBe(code)
})

test('a 404 names the address that was asked, and the server’s words', () => {
  expect(englishSentence(explain(404, 'Not Found').error(1))).toBe(
    'Nothing speaks at http://127.0.0.1:8880/audio/speech (Not Found); check whether the address should end in /v1, and whether the server knows the model and the voice.',
  )
})

test('a fault in words lasts, unless they promise an end', () => {
  expect(explain(500, 'CUDA out of memory')).toMatchObject({ again: true, lasting: 'CUDA out of memory' })
  expect(englishSentence(explain(500, 'CUDA out of memory').error(2))).toContain('failed (CUDA out of memory)')
  expect(explain(500, 'Please try again later').error(5).code).toBe('SPEECH_BUSY')
  expect(explain(500, 'The model is loading').lasting).toBeUndefined()
})

test.each<[number, string, string | undefined]>([
  [422, "response_format: Input should be 'mp3'", 'format'],
  [400, 'Unsupported audio format', 'format'],
  [400, 'Only pcm is supported when streaming', 'format'],
  [415, 'no', 'format'],
  [500, 'ffmpeg not found', 'format'],
  [403, 'The wav plan has expired', undefined],
  [413, 'no', 'length'],
  [422, 'input: String should have at most 3000 characters', 'length'],
  [400, 'Input text exceeds the maximum of 1000', 'length'],
  [400, 'Voice unknown', 'voice'],
  [500, 'Text too long', undefined],
])('status %i with “%s” is mended by another %s', (status, words, mend) => {
  expect(explain(status, words).mend).toBe(mend)
})

test('a service that names the field need not name it in words', () => {
  const refusal = { status: 400, headers: new Headers(), param: 'response_format', words: 'Invalid value' }
  expect(explainRefusal(refusal, true, now).mend).toBe('format')
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
