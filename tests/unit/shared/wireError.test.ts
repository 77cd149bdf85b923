import { expect, test } from 'vitest'
import { appError, englishSentence } from '#shared/errors.ts'
import { phrase, sayPhrase, words } from '#shared/phrases.ts'
import { WireError, WireMessage } from '#shared/wireError.ts'

const throughJson = (value: unknown) => WireError.parse(JSON.parse(JSON.stringify(value)))

test('an error comes out as it went in', () => {
  const error = appError('PICTURE_NOT_FETCHED', { reason: phrase('SERVER_STATUS', { status: 404 }) }, 'HTTP 404')
  expect(throughJson(error)).toEqual(error)
  expect(throughJson(throughJson({ code: 'SPEECH_REFUSED', message: 'Old.' }))).toEqual({
    ...{ code: 'SPEECH_REFUSED', facts: {}, sentence: 'Old.' },
  })
})

test('what an older version kept keeps its sentence, unless it can be made anew', () => {
  const message = 'The speech service refused this text: no'
  const old = throughJson({ code: 'SPEECH_REFUSED', message })
  expect(old).toEqual({ code: 'SPEECH_REFUSED', facts: {}, sentence: message })
  expect(englishSentence(old)).toBe(message)
  expect(throughJson({ code: 'CANCELLED', message: 'Cancelled' })).toEqual(appError('CANCELLED'))
})

test('a code of another version is unexpected, with what it said', () => {
  expect(throughJson({ code: 'ODD', message: 'Odd.' })).toEqual({
    ...{ code: 'UNEXPECTED', facts: {}, sentence: 'Odd.', detail: 'ODD' },
  })
  expect(throughJson({ code: 'ODD', facts: { a: 1 } })).toEqual(appError('UNEXPECTED', {}, 'ODD'))
  const reason = { code: 'NEVER_HEARD', facts: {} }
  expect(throughJson({ code: 'SPEECH_REFUSED', facts: { reason } })).toEqual(
    appError('SPEECH_REFUSED', { reason: words('NEVER_HEARD') }),
  )
})

test.each([{}, { code: 7 }, { code: 'CANCELLED', facts: 'no' }, null])('%j is no error', (value) => {
  expect(WireError.safeParse(value).success).toBe(false)
})

test('what a job says is a phrase, and what an older version kept stays as it was said', () => {
  const said = phrase('SPEAKING_PART', { part: 1, parts: 3, opening: 'Welcome' })
  expect(WireMessage.parse(JSON.parse(JSON.stringify(said)))).toEqual(said)
  expect(sayPhrase(WireMessage.parse('Speaking part 1 of 3: Welcome'))).toBe('Speaking part 1 of 3: Welcome')
})
