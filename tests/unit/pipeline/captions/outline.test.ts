import { expect, test } from 'vitest'
import { boundsOf, changesOf, movePath, type Outline, roundedRect, rowsOf } from '#pipeline/captions/outline.ts'

const part = (more: Partial<Outline>): Outline => ({
  ...{ layer: 0, from: 0, to: 10, colour: '#ffffff', opacity: 1 },
  path: roundedRect(100, 200, 300, 260, 20),
  ...more,
})

test('a rounded rectangle stays in its box, and moves', () => {
  expect(boundsOf(roundedRect(100, 200, 300, 260, 500))).toEqual({ left: 100, top: 200, right: 300, bottom: 260 })
  expect(boundsOf(movePath(roundedRect(0, 0, 10, 10, 2), 5, -5))).toEqual({ left: 5, top: -5, right: 15, bottom: 5 })
})

test('rows leave room for rims and blurs and end at the canvas', () => {
  expect(rowsOf([part({})], 1920)).toEqual({ top: 198, bottom: 262 })
  expect(rowsOf([part({ spread: 5 }), part({ blur: 10 })], 1920)).toEqual({ top: 168, bottom: 292 })
  expect(rowsOf([part({ blur: 100 })], 270)).toEqual({ top: 0, bottom: 270 })
  expect(rowsOf([], 1920)).toBeUndefined()
})

test('changes are where anything comes or goes', () => {
  expect(changesOf([part({ from: 3, to: 9 }), part({ from: 9, to: 12 }), part({ from: 3, to: 12 })])).toEqual([
    3, 9, 12,
  ])
})
