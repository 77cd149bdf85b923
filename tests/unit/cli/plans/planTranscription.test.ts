import { expect, test } from 'vitest'
import { planTranscription } from '#cli/plans/planTranscription.ts'

const openAi = 'https://api.openai.com/v1'
const local = 'http://localhost:8000/v1'

test('nobody is asked unless somebody is named', () => {
  expect(planTranscription({})).toEqual({ ok: true, value: undefined })
})

test('a model alone is asked of the speech server, with its key', () => {
  expect(planTranscription({ transcriptionModel: 'whisper-1' })).toMatchObject({
    value: { model: 'whisper-1', baseUrl: openAi, keyed: true },
  })
  expect(planTranscription({ transcriptionModel: 'tiny' }, local)).toMatchObject({
    value: { model: 'tiny', baseUrl: local, keyed: true },
  })
})

test.each([
  ['http://localhost:8000/audio/v1', local, true],
  ['http://localhost:9000/v1', local, false],
  [local, undefined, false],
  ['https://api.openai.com.evil.example/v1', undefined, false],
])('%s gets the key of %s: %s', (transcriptionUrl, speechUrl, keyed) => {
  expect(planTranscription({ transcriptionUrl }, speechUrl)).toMatchObject({
    value: { model: 'whisper-1', baseUrl: transcriptionUrl, keyed },
  })
})

test('what is no address is wrong use', () => {
  expect(planTranscription({ transcriptionUrl: 'localhost:8000' })).toMatchObject({
    error: { code: 'REQUEST_INVALID' },
  })
})
