import { expect, test } from 'vitest'
import { placeholderOf } from '#renderer/features/preview/canvas/placeholderOf.ts'
import { safeMargins } from '#renderer/features/preview/canvas/safeMargins.ts'
import { frameAtCaret } from '#renderer/features/preview/frameAtCaret.ts'
import { guessedOverview, overviewOf } from '#renderer/features/preview/overviewOf.ts'
import type { PreviewWindow } from '#renderer/store/slices/previewSlice.ts'
import { safeArea } from '#shared/look/safeArea.ts'

const outline = (from: number, to: number) => ({ layer: 0, from, to, path: 0, colour: '#ffffff', opacity: 1 })
const shown: PreviewWindow = {
  text: 'One two three four',
  source: 'One two three four',
  painted: [outline(5, 30), outline(40, 70), outline(80, 110)],
  at: 0,
  from: 0,
  to: 120,
  shapes: [],
  paths: [],
  pictures: 120,
  warnings: [],
}
const words = ['One', 'two', 'three', 'four'].map((text, at) => ({ text, start: at, end: at + 0.9 }))
const spoken = {
  url: '',
  duration: 4,
  words,
  levels: new Float32Array(0),
  columns: 1,
  perSecond: 30,
  charactersBilled: 0,
}

test('without a voice the caret’s share of the words says which frame is shown', () => {
  expect(frameAtCaret(shown, 0)).toBe(15)
  expect(frameAtCaret(shown, 3)).toBe(15)
  expect(frameAtCaret(shown, 18)).toBe(105)
})

test('with a voice it is the word’s own time', () => {
  expect(frameAtCaret({ ...shown, spoken }, 7)).toBe(Math.round(1.45 * 30))
})

test('where no caption stands the nearest one is shown', () => {
  expect(frameAtCaret({ ...shown, spoken: { ...spoken, words: [{ text: 'One', start: 1.1, end: 1.2 }] } }, 1)).toBe(40)
  expect(frameAtCaret({ ...shown, painted: [] }, 3)).toBe(15)
})

test('outside the window the word’s own frame is shown, and nothing beyond it is looked for', () => {
  expect(frameAtCaret({ ...shown, from: 60 }, 3)).toBe(15)
  expect(frameAtCaret({ ...shown, from: 35, painted: [outline(5, 30), outline(80, 110)] }, 8)).toBe(80)
})

test('the overview goes from silence to the loudest moment', () => {
  const levels = Float32Array.from({ length: 56 * 2 * 3 }, (_, at) => (at < 56 * 3 ? 0 : 0.4))
  const bars = overviewOf({ ...spoken, levels, columns: 3 })
  expect(bars).toHaveLength(56)
  expect(bars[0]).toBeCloseTo(0.06)
  expect(bars.at(-1)).toBeCloseTo(1)
})

test('before anybody spoke it is guessed: softer where a sentence ends, nothing without words', () => {
  const bars = guessedOverview(`${'a'.repeat(300)}. ${'a'.repeat(300)}`)
  expect(bars).toHaveLength(56)
  expect([27, 28]).toContain(bars.indexOf(Math.min(...bars)))
  expect(Math.max(...bars)).toBeLessThan(1)
  expect(guessedOverview('  ').every((bar) => bar === 0.06)).toBe(true)
})

test('until a background is drawn, what is here already stands for it', () => {
  const picture = { file: '/a/b.png', name: 'b.png', width: 1, height: 1, url: '/b', thumbnail: '/small' }
  expect(placeholderOf({ kind: 'solid', colour: '#123456' }, [])).toEqual({ colour: '#123456' })
  expect(placeholderOf({ kind: 'gradient', name: 'dusk' }, []).image).toMatch(/dusk/)
  expect(placeholderOf({ kind: 'gradient', name: 'dusk', colours: ['#010203', '#040506'] }, [])).toEqual({
    colour: '#010203',
  })
  expect(placeholderOf({ kind: 'picture', file: '/a/b.png' }, [picture])).toEqual({ image: '/small' })
  expect(placeholderOf({ kind: 'picture', file: '/a/gone.png' }, [picture]).image).toBeUndefined()
})

test('captions keep clear of what every platform lays over them', () => {
  const { left, top, right, bottom } = safeArea({ width: 1080, height: 1920 })
  for (const margins of Object.values(safeMargins)) {
    expect(left).toBeGreaterThanOrEqual(margins.left)
    expect(top).toBeGreaterThanOrEqual(margins.top)
    expect(1080 - right).toBeGreaterThanOrEqual(margins.right)
    expect(1920 - bottom).toBeGreaterThanOrEqual(margins.bottom)
  }
})
