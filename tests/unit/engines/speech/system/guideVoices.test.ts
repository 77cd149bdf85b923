import { expect, test } from 'vitest'
import { byLanguage, guideVoices } from '#engines/speech/system/guideVoices.ts'
import type { SystemVoice } from '#engines/speech/system/programs/systemProgram.ts'

const voice = (id: string, more: Partial<SystemVoice> = {}): SystemVoice => ({
  id,
  name: id,
  languages: ['de-DE'],
  rank: 0,
  ...more,
})
const woman = (id: string, more = {}) => voice(id, { sex: 'female', ...more })
const man = (id: string, more = {}) => voice(id, { sex: 'male', ...more })

test('women and men are who the guide means, as different ones as there are', () => {
  const guide = guideVoices([woman('Anna'), man('Markus'), woman('Petra'), man('Viktor')])
  expect(guide).toEqual({
    nova: 'Anna',
    shimmer: 'Petra',
    alloy: 'Anna',
    echo: 'Markus',
    fable: 'Viktor',
    onyx: 'Markus',
  })
})

test('one voice says everything, or its variants do where it has some', () => {
  expect(new Set(Object.values(guideVoices([voice('Anna')])))).toEqual(new Set(['Anna']))
  const variants = { female: ['de+f2', 'de+f4'], male: ['de+m3'] }
  const guide = guideVoices([man('de', { variants })])
  expect(guide).toMatchObject({ nova: 'de+f2', shimmer: 'de+f4', alloy: 'de', echo: 'de', fable: 'de+m3' })
})

test('voices stand under their language, the best first; one without any under none', () => {
  const voices = [voice('plain'), voice('better', { rank: 4 }), voice('en', { languages: ['en-GB'] })]
  const found = byLanguage([...voices, voice('lost', { languages: [] })])
  expect([...found].map(([language, own]) => [language, ...own.map(({ id }) => id)])).toEqual([
    ['de', 'better', 'plain'],
    ['en', 'en'],
  ])
})
