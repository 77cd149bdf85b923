import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundedRect } from '#pipeline/captions/outline.ts'
import { timeBefore, writeAss } from '#pipeline/scene/writeAss.ts'

const part = {
  ...{ layer: 4, from: 30, to: 90, colour: '#ff8000', opacity: 0.5 },
  path: roundedRect(10, 20, 30.06, 40, 0),
}
const events = (ass: string) => ass.split('\n').filter((line) => line.startsWith('Dialogue:'))

test('an outline becomes a drawing with its colour, its rim and its blur', () => {
  const ass = [...writeAss([{ ...part, spread: 4.256, blur: 8 }], { width: 1080, height: 1920 })].join('')
  expect(ass).toContain('PlayResX: 1080\nPlayResY: 1920')
  expect(ass).toContain('YCbCr Matrix: TV.709')
  expect(events(ass)[0]).toBe(
    'Dialogue: 4,0:00:00.98,0:00:02.98,Drawing,,0,0,0,,{\\pos(0,0)\\1c&H0080FF&\\1a&H80&\\bord4.26\\3c&H0080FF&\\3a&H80&\\blur8\\p4}m 80 160 l 240 160 b 240 160 240 160 240 160 l 240 320 b 240 320 240 320 240 320 l 80 320 b 80 320 80 320 80 320 l 80 160 b 80 160 80 160 80 160',
  )
})

test('a time falls between its frame and the one before, hundredths away from both', () => {
  const seconds = (time: string) => time.split(':').reduce((sum, digits) => sum * 60 + Number(digits), 0)
  expect(timeBefore(0)).toBe('0:00:00.00')
  expect(timeBefore(30 * 3725)).toBe('1:02:04.98')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 * 60 * 60 * 5 }), (frame) => {
      expect(seconds(timeBefore(frame))).toBeGreaterThan((frame - 1) / 30 + 0.01)
      expect(seconds(timeBefore(frame))).toBeLessThan(frame / 30 - 0.01)
    }),
  )
})
