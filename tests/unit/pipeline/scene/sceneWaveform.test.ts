import { expect, test } from 'vitest'
import { captionBox } from '#pipeline/captions/styleOf.ts'
import { sceneWaveform } from '#pipeline/scene/sceneWaveform.ts'
import { canvasSizes } from '#shared/domain.ts'
import { Look, Place } from '#shared/look/look.ts'
import { builtInLooks } from '#shared/look/looks.ts'
import { safeArea } from '#shared/look/safeArea.ts'

test('voiceovers carry it, Shorts on request, nobody when the look says none', () => {
  expect(sceneWaveform(Look.parse({}), 'voiceover')).toMatchObject({ style: 'mirrored', colour: '#ffd9b8' })
  expect(sceneWaveform(Look.parse({}), 'shorts')).toBeUndefined()
  expect(sceneWaveform(Look.parse({ waveform: { inShorts: true } }), 'shorts')).toBeDefined()
  expect(sceneWaveform(Look.parse({ waveform: { style: 'none', inShorts: true } }), 'voiceover')).toBeUndefined()
})

const places = (['shorts', 'voiceover'] as const).flatMap((kind) =>
  Place.options.flatMap((place) => Place.options.map((captions) => ({ kind, place, captions }))),
)
test.each(places)('$kind: waveform $place, captions $captions: safe, even, apart', ({ kind, place, captions }) => {
  const look = Look.parse({ waveform: { place, inShorts: true, height: 0.1 }, captions: { place: captions } })
  const { rect } = sceneWaveform(look, kind)!
  const safe = safeArea(canvasSizes[kind])
  const words = captionBox(look, kind)!
  for (const pixels of Object.values(rect)) expect(pixels % 2).toBe(0)
  expect(rect.x).toBeGreaterThanOrEqual(safe.left)
  expect(rect.x + rect.width).toBeLessThanOrEqual(safe.right)
  expect(rect.y).toBeGreaterThanOrEqual(safe.top - 1)
  expect(rect.y + rect.height).toBeLessThanOrEqual(safe.bottom + 1)
  expect(rect.y + rect.height <= words.top || rect.y >= words.bottom).toBe(true)
  expect(rect.x + rect.width / 2).toBe(canvasSizes[kind].width / 2)
})

test('every built-in look keeps waveform and captions apart', () => {
  for (const { look } of builtInLooks) {
    for (const kind of ['shorts', 'voiceover'] as const) {
      const shown = { ...look, waveform: { ...look.waveform, inShorts: true } }
      const { rect } = sceneWaveform(shown, kind)!
      const words = captionBox(shown, kind)!
      expect(rect.y + rect.height <= words.top || rect.y >= words.bottom).toBe(true)
    }
  }
})
