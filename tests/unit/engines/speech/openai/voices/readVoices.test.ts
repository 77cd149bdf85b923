import { expect, test } from 'vitest'
import { modelsIn, readModelVoices, readVoices } from '#engines/speech/openai/voices/readVoices.ts'

const ids = (answer: unknown) => readVoices(answer).map(({ id }) => id)

test.each<[string, unknown]>([
  ['names', ['af_heart', 'bm_fable']],
  ['names in an object', { voices: ['af_heart', 'bm_fable'] }],
  ['with a status', { status: 'ok', voices: ['af_heart', 'bm_fable'] }],
  ['objects', { voices: [{ id: 'af_heart', name: 'Heart' }, { id: 'bm_fable' }] }],
  ['objects by name', [{ name: 'af_heart' }, { name: 'bm_fable', gender: 'male' }]],
  ['voice_id', { voices: [{ voice_id: 'af_heart', name: 'x' }, { voice_id: 'bm_fable' }] }],
  ['OpenAI’s way of lists', { object: 'list', data: [{ id: 'af_heart' }, { id: 'bm_fable' }] }],
  ['a map', { voices: { af_heart: { language: 'en' }, bm_fable: {} } }],
  ['lists by language', { voices: { 'en-US': ['af_heart'], 'en-GB': ['bm_fable'] } }],
  ['under models', { models: [{ id: 'kokoro', voices: ['af_heart', { id: 'bm_fable' }] }] }],
  ['each twice', ['af_heart', 'bm_fable', 'af_heart']],
  ['with what is none', ['af_heart', 7, null, '', 'a\u0000b', 'x'.repeat(101), {}, 'bm_fable']],
])('%s', (_, answer) => {
  expect(ids(answer)).toEqual(['af_heart', 'bm_fable'])
})

test.each<[unknown]>([
  [undefined],
  [null],
  ['af_heart is what you want'],
  [7],
  [{}],
  [{ detail: 'Not Found' }],
  [{ detail: [{ loc: ['query', 'model'], msg: 'Field required' }] }],
  [{ models: [] }],
  [{ error: { message: 'no' } }],
  [{ object: 'list', data: [{ id: 'tts-1', object: 'model' }] }],
  [[[[[[['too deep']]]]]]],
])('%j holds no voices', (answer) => {
  expect(ids(answer)).toEqual([])
})

test('what a server tells of a voice is kept where it can be relied on', () => {
  const voice = {
    id: 'katja',
    name: 'Katja',
    language: 'de_DE',
    gender: 'Female',
    description: 'Warm',
    preview_url: 'https://voices.example/katja.mp3',
  }
  expect(readVoices([voice, { id: 'tom', language: 'English', gender: 3, preview_url: 'javascript:x' }])).toEqual([
    {
      id: 'katja',
      name: 'Katja',
      languages: ['de-DE'],
      sex: 'female',
      description: 'Warm',
      sample: 'https://voices.example/katja.mp3',
    },
    { id: 'tom', name: 'Tom', languages: [] },
  ])
  // Kokoro's ids are surer than a list that calls all of them English.
  expect(readVoices([{ id: 'ff_siwis', language: 'en' }])[0]?.languages).toEqual(['fr'])
})

test('a server has no more voices than anybody can list', () => {
  expect(readVoices(Array.from({ length: 100_000 }, (_, at) => `voice-${at}`))).toHaveLength(2000)
})

test('models are named in OpenAI’s form and others, and only their voices are voices', () => {
  const speaches = { data: [{ id: 'piper-alan', voices: [{ id: 'alan', language: 'en' }] }, { id: 'whisper' }] }
  expect(modelsIn(speaches).map(({ id }) => id)).toEqual(['piper-alan', 'whisper'])
  expect(modelsIn({ models: ['one', { id: 'two' }] }).map(({ id }) => id)).toEqual(['one', 'two'])
  expect(readModelVoices(speaches)).toEqual([{ id: 'alan', name: 'Alan', languages: ['en'] }])
  expect(readModelVoices({ data: [{ id: 'tts-1' }] })).toEqual([])
})
