import { expect, test } from 'vitest'
import { doubtOf, notTheText } from '#pipeline/speech/checkSpeech.ts'
import type { SpokenPiece } from '#pipeline/speech/joinSpeech.ts'
import type { Alignment } from '#ports/Aligner.ts'
import { englishSentence } from '#shared/errors.ts'
import { sayPhrase } from '#shared/phrases.ts'
import { germanPhrases } from '#shared/strings/phrases.de.ts'

const words = 'one two three four five six seven eight nine ten eleven twelve.'.split(' ')
const piece = (heard: Partial<Alignment> | undefined, said = words) =>
  ({
    words: said,
    heard: heard && { words: [], timing: 'aligned', language: 'en', ...heard },
  }) as unknown as SpokenPiece
const figures = { margin: 0.002, confidence: 0.8, scatter: 0.2 }

test('what a person is told of a part that is not sure', () => {
  const unsure = doubtOf([
    piece({ check: { verdict: 'passed', ...figures } }),
    piece({ check: { verdict: 'unsure', ...figures } }),
  ])
  expect(sayPhrase(unsure!)).toBe(
    'The voice may have said something else than “one two three four five six … nine ten eleven twelve.”; listen to it before you publish.',
  )
  const russian = doubtOf([piece({ timing: 'shares', fallback: 'language', language: 'ru' }, ['Мёд.'])])
  expect(sayPhrase(russian!)).toMatch(/^Nobody here understands Russian, .*“Мёд\.”/)
  const german = { phrases: germanPhrases, language: 'de', quotes: ['„', '“'] } as const
  expect(sayPhrase(russian!, german)).toMatch(/^Niemand hier versteht Russisch/)
})
test('nothing is told of a part that is sure, that a service has heard, or that has no words', () => {
  expect(doubtOf([piece({ check: { verdict: 'passed', ...figures } }), piece(undefined)])).toBeUndefined()
  expect(doubtOf([piece({ timing: 'transcribed', language: 'ru' })])).toBeUndefined()
  expect(doubtOf([piece({ timing: 'shares', fallback: 'language' }, ['* * *'])])).toBeUndefined()
})
test.each([
  [{ kind: 'lacks', from: 9, to: 12 } as const, '“ten eleven twelve.” is not heard'],
  [{ kind: 'repeats', times: 3 } as const, '“one two three four five six … nine ten eleven twelve.” is said 3 times'],
  [{ kind: 'differs' } as const, 'something else is heard'],
  [{ kind: 'noise' } as const, 'noise is heard'],
  [{ kind: 'silence' } as const, 'nothing is heard'],
  [{ kind: 'length', seconds: 0.53 } as const, '0.5 s can not be “one'],
])('%o', (fault, reason) => {
  const error = notTheText(fault, piece(undefined), { verdict: 'failed', ...figures })
  expect(englishSentence(error)).toContain(reason)
  expect(error.detail).toBe('margin 0.002, confidence 0.80, scatter 0.20')
})
