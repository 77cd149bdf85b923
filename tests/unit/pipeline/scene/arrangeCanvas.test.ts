import { expect, test } from 'vitest'
import { captionBox } from '#pipeline/captions/styleOf.ts'
import { arrangeCanvas } from '#pipeline/scene/arrangeCanvas.ts'
import { sceneWaveform } from '#pipeline/scene/sceneWaveform.ts'
import { canvasSizes, type JobKind } from '#shared/domain.ts'
import { type Look, type LookInput, Look as LookSchema, Place } from '#shared/look/look.ts'
import { builtInLooks } from '#shared/look/looks.ts'
import { type Edges, safeArea } from '#shared/look/safeArea.ts'

const kinds = ['shorts', 'voiceover'] as const
const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const apart = (a: Edges, b: Edges) => a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom

/** What moves in a canvas: captions and waveform. */
function moving(look: Look, kind: JobKind): Edges[] {
  const captions = captionBox(look, kind)
  const rect = sceneWaveform(look, kind)?.rect
  return [
    ...(captions ? [captions] : []),
    ...(rect ? [{ left: rect.x, top: rect.y, right: rect.x + rect.width, bottom: rect.y + rect.height }] : []),
  ]
}

const cases = kinds.flatMap((kind) =>
  corners.flatMap((corner) =>
    Place.options.flatMap((captions) => Place.options.map((wave) => ({ kind, corner, captions, wave }))),
  ),
)
test.each(cases)(
  '$kind, logo $corner, captions $captions, waveform $wave: apart',
  ({ kind, corner, captions, wave }) => {
    const input: LookInput = {
      captions: { place: captions },
      waveform: { place: wave, inShorts: true, height: 0.08 },
      logo: { file: 'logo.png', corner },
    }
    const look = LookSchema.parse(input)
    const { logo, title } = arrangeCanvas(look, kind)
    const safe = safeArea(canvasSizes[kind])
    for (const room of [logo, title]) {
      expect(room.left).toBeGreaterThanOrEqual(safe.left)
      expect(room.top).toBeGreaterThanOrEqual(safe.top)
      expect(room.right).toBeLessThanOrEqual(safe.right)
      expect(room.bottom).toBeLessThanOrEqual(safe.bottom)
      for (const thing of moving(look, kind)) expect(apart(room, thing), `${JSON.stringify([room, thing])}`).toBe(true)
    }
    expect(apart(logo, title)).toBe(true)
    expect(logo.right - logo.left).toBeCloseTo(0.14 * 1080, -1)
  },
)

test('in its corner where nothing is in the way', () => {
  const look = LookSchema.parse({ logo: { file: 'logo.png', corner: 'bottom-right' }, waveform: { style: 'none' } })
  const safe = safeArea(canvasSizes.voiceover)
  expect(arrangeCanvas(look, 'voiceover').logo).toMatchObject({ right: safe.right, bottom: safe.bottom })
})

test('a title has room in every built-in look', () => {
  for (const { look } of builtInLooks) {
    for (const kind of kinds) {
      const { title } = arrangeCanvas(look, kind)
      expect((title.bottom - title.top) / canvasSizes[kind].height).toBeGreaterThan(0.2)
    }
  }
})

test('an image that is shown whole is told the largest part that captions and waveform leave', () => {
  for (const kind of kinds) {
    for (const place of ['top', 'bottom'] as const) {
      const look = LookSchema.parse({ captions: { place }, waveform: { style: 'none' } })
      const { image } = arrangeCanvas(look, kind)
      const captions = captionBox(look, kind)!
      expect(apart(image, captions)).toBe(true)
      expect(image.bottom - image.top).toBeGreaterThan(canvasSizes[kind].height * 0.4)
    }
  }
})

test('a preview has the same rooms, smaller', () => {
  const look = LookSchema.parse({ logo: { file: 'logo.png' }, titleCard: {} })
  const whole = arrangeCanvas(look, 'shorts')
  const half = arrangeCanvas(look, 'shorts', { width: 540, height: 960 })
  expect(half.logo.right).toBeCloseTo(whole.logo.right / 2, -1)
  expect(half.image.bottom).toBeCloseTo(whole.image.bottom / 2, -1)
})
