import { expect, test } from 'vitest'
import { describeVoice } from '#engines/speech/describeVoice.ts'
import { mapGuide } from '#engines/speech/openai/voices/mapGuide.ts'
import { guideVoiceNames, itself } from '#shared/speech/engines.ts'

const listed = (...ids: string[]) => ids.map(describeVoice)
const kokoro = [
  'af_alloy',
  'af_bella',
  'af_heart',
  'af_nova',
  'am_echo',
  'am_fenrir',
  'am_michael',
  'am_puck',
  'bm_fable',
]

test('Kokoro’s voices by their quality', () => {
  expect(mapGuide(listed(...kokoro))).toEqual({
    ...{ nova: 'af_heart', alloy: 'am_michael', echo: 'am_puck' },
    ...{ fable: 'bm_fable', onyx: 'am_fenrir', shimmer: 'af_bella' },
  })
})

test('a server that knows the names themselves, or lists nothing, is asked for them', () => {
  expect(mapGuide(listed(...guideVoiceNames, 'af_heart'))).toEqual(itself)
  expect(mapGuide([])).toEqual(itself)
  expect(mapGuide(listed('en-US-AvaNeural', 'de-DE-KatjaNeural'))).toEqual(itself)
})

test('other voices stand for the names, English ones first, women for women where that is known', () => {
  expect(Object.values(mapGuide(listed('tara', 'leo', 'mia')))).toEqual(['tara', 'leo', 'mia', 'tara', 'leo', 'mia'])
  expect(new Set(Object.values(mapGuide(listed('de_DE-thorsten', 'en_US-amy'))))).toEqual(new Set(['en_US-amy']))
  expect(mapGuide(listed('ef_dora')).nova).toBe('ef_dora')
  const { nova, onyx, shimmer } = mapGuide([
    { id: 'tom', name: 'Tom', languages: [], sex: 'male' },
    { id: 'ann', name: 'Ann', languages: [], sex: 'female' },
    { id: 'eve', name: 'Eve', languages: [], sex: 'female' },
  ])
  expect({ nova, onyx, shimmer }).toEqual({ nova: 'ann', onyx: 'tom', shimmer: 'eve' })
})

test('what a person chose goes before all of that', () => {
  const map = mapGuide(listed(...kokoro), { nova: 'af_sky' })
  expect([map.nova, map.shimmer]).toEqual(['af_sky', 'af_bella'])
})
