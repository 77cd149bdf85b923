import { expect, test } from 'vitest'
import { wordsOf } from '#engines/speech/openai/answer/wordsOf.ts'

test.each<[unknown, string | undefined]>([
  [{ error: { message: 'Bad voice', type: 'x' } }, 'Bad voice'],
  [{ error: 'Bad voice' }, 'Bad voice'],
  [{ message: 'Bad voice', code: null }, 'Bad voice'],
  [{ detail: 'Bad voice' }, 'Bad voice'],
  [{ detail: { error: 'invalid', message: 'Bad voice' } }, 'Bad voice'],
  [{ detail: [{ loc: ['body', 'voice'], msg: 'Bad voice', input: 'x' }] }, 'voice: Bad voice'],
  [{ detail: [{ msg: 'One' }, { msg: 'Two' }, { msg: 'Three' }, { msg: 'Four' }] }, 'One; Two; Three'],
  [[{ msg: 'Bad voice' }], 'Bad voice'],
  ['Bad voice', 'Bad voice'],
  [{ state: 'no' }, undefined],
  [' ', undefined],
  [null, undefined],
  [7, undefined],
])('%j says %j', (body, words) => {
  expect(wordsOf(body)).toBe(words)
})
