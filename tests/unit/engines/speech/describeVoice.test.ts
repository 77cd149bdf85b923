import { expect, test } from 'vitest'
import { describeVoice, isKokoro } from '#engines/speech/describeVoice.ts'

test.each([
  ['af_heart', 'Heart', ['en-US'], 'female'],
  ['bm_fable', 'Fable', ['en-GB'], 'male'],
  ['ef_dora', 'Dora', ['es'], 'female'],
  ['ff_siwis', 'Siwis', ['fr'], 'female'],
  ['pm_alex', 'Alex', ['pt-BR'], 'male'],
  ['en_US-amy-medium', 'Amy-medium', ['en-US'], undefined],
  ['de-DE-KatjaNeural', 'Katja', ['de-DE'], undefined],
  ['tara', 'Tara', [], undefined],
  ['xf_none', 'Xf_none', [], undefined],
])('%s is %s', (id, name, languages, sex) => {
  expect(describeVoice(id)).toEqual({ id, name, languages, ...(sex && { sex }) })
})

test('only ids of Kokoro’s own form are its', () => {
  expect(['af_heart', 'zm_yunxi', 'af_v0bella'].every(isKokoro)).toBe(true)
  expect(['heart', 'af', 'af_', 'cf_heart', 'af_heart+af_sky'].some(isKokoro)).toBe(false)
})
