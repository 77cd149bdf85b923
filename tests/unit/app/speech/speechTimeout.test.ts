import { expect, test } from 'vitest'
import { speechTimeout } from '#app/speech/speechTimeout.ts'

test.each([
  ['30', { silence: 30_000 }],
  ['0.5', { silence: 500 }],
  ['86400', { silence: 86_400_000 }],
  ['86401', {}],
  ['0', {}],
  ['soon', {}],
  ['', {}],
  [undefined, {}],
])('PAUSECUT_SPEECH_TIMEOUT=%s', (said, silence) => {
  expect(speechTimeout(said === undefined ? {} : { PAUSECUT_SPEECH_TIMEOUT: said })).toEqual(silence)
})
