import { expect, test } from 'vitest'
import { captionPresetOf, Look, NamedLook } from '#shared/look/look.ts'
import { builtInLook, builtInLooks, defaultLook } from '#shared/look/looks.ts'

test('an empty look is whole: every part has its default', () => {
  const look = Look.parse({})
  expect(look.background).toEqual({ kind: 'gradient', name: 'dusk' })
  expect(look.captions).toMatchObject({ place: 'bottom', size: 1 })
  expect(look.waveform.style).toBe('mirrored')
  expect(look.endPadding).toBe(0)
})

test.each([
  [{ captions: { preset: 'shouting' } }],
  [{ background: { kind: 'solid', colour: 'red' } }],
  [{ background: { kind: 'picture' } }],
  [{ dim: 1.5 }],
  [{ unknown: true }],
  [{ logo: { file: 'x.png', corner: 'middle' } }],
])('%j is no look', (value) => {
  expect(Look.safeParse(value).success).toBe(false)
})

test('there are six built-in looks, each whole and with words to it', () => {
  expect(builtInLooks).toHaveLength(6)
  expect(new Set(builtInLooks.map((look) => look.name)).size).toBe(6)
  for (const entry of builtInLooks) {
    expect(NamedLook.parse(entry)).toEqual(entry)
    expect(entry.description.length).toBeGreaterThan(20)
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry)
  }
  expect(builtInLook('dusk')?.look).toBe(defaultLook)
  expect(builtInLook('none such')).toBeUndefined()
})

test('a look that names no captions gets them by the shape of the video', () => {
  expect(captionPresetOf(Look.parse({}), 'shorts')).toBe('default')
  expect(captionPresetOf(Look.parse({}), 'voiceover')).toBe('sentence')
  expect(captionPresetOf(Look.parse({ captions: { preset: 'off' } }), 'voiceover')).toBe('off')
})
