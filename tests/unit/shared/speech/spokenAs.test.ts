import { expect, test } from 'vitest'
import { type EngineFacts, engines, engineTaking } from '#shared/speech/engines.ts'
import { deliveryOf, modelOf, SpokenAs, voicesOf, withPronunciations } from '#shared/speech/spokenAs.ts'

const wish = (changes: Partial<SpokenAs> = {}) => SpokenAs.parse(changes)

/** An engine with voices of its own, as local ones will be. */
const choir: EngineFacts = {
  ...engines.builtin,
  voices: [
    { id: 'af_heart', name: 'Heart', languages: ['en-US'] },
    { id: 'am_adam', name: 'Adam', languages: ['en-US'] },
  ],
  guide: {
    ...{ nova: 'af_heart', alloy: 'af_heart', echo: 'am_adam' },
    ...{ fable: 'af_heart', onyx: 'am_adam', shimmer: 'af_heart' },
  },
}

test('what nobody says is the API guide’s', () => {
  expect(wish()).toEqual({ voice: 'nova', speed: 1 })
})

test('an engine understands the names of the guide, and its own voices; both are the same speech', () => {
  expect(voicesOf(choir)).toEqual(['nova', 'alloy', 'echo', 'fable', 'onyx', 'shimmer', 'af_heart', 'am_adam'])
  expect(deliveryOf(choir, wish({ voice: 'onyx' }))).toEqual(deliveryOf(choir, wish({ voice: 'am_adam' })))
  expect(deliveryOf(engines.openai, wish({ voice: 'am_adam' }))).toMatchObject({
    error: { code: 'VOICE_INVALID', facts: { voices: 'nova, alloy, echo, fable, onyx, shimmer' } },
  })
})

test('the model is named, and nothing is said that the engine or the model would not use', () => {
  const asked = wish({ model: 'tts-1', instructions: 'Calmly.', speed: 2 })
  expect(deliveryOf(engines.builtin, asked)).toEqual({ ok: true, value: { voice: 'nova', speed: 2 } })
  expect(deliveryOf(engines.openai, asked)).toEqual({ ok: true, value: { voice: 'nova', speed: 2, model: 'tts-1' } })
  expect(deliveryOf(engines.openai, wish({ instructions: 'Calmly.' }))).toMatchObject({
    value: { model: 'gpt-4o-mini-tts', instructions: 'Calmly.' },
  })
  // A server of one's own may have other models, which nobody here knows.
  expect(deliveryOf(engines.openai, wish({ model: 'kokoro', instructions: 'Calmly.' }))).toMatchObject({
    value: { model: 'kokoro', instructions: 'Calmly.' },
  })
  expect([modelOf(engines.builtin, 'tts-1'), modelOf(engines.openai, undefined)]).toEqual([
    undefined,
    'gpt-4o-mini-tts',
  ])
})

test('a flag says which engine is meant', () => {
  expect(engineTaking([])).toBeUndefined()
  expect(engineTaking(['baseUrl', 'model'])).toBe('openai')
})

test('a look says how words are said, and the job itself goes before it', () => {
  const look = { pronunciations: [{ written: 'Nguyen', said: 'win' }] }
  const own = { written: 'Nguyen', said: 'noo-yen' }
  const spokenAs = { voice: 'nova', speed: 1, pronunciations: [own] }
  expect(withPronunciations(spokenAs, look).pronunciations).toEqual([...look.pronunciations, own])
  expect(withPronunciations(spokenAs, {})).toBe(spokenAs)
})
