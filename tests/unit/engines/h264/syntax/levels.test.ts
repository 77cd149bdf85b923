import { expect, test } from 'vitest'
import { levelFor } from '#engines/h264/syntax/levels.ts'

test('pictures of 1080x1920 and 1920x1080, 30 a second, with four references keep to level 4', () => {
  expect(levelFor(68, 120, 30, 4)).toBe(40)
  expect(levelFor(120, 68, 30, 4)).toBe(40)
})

test('more references or pictures need a higher level; small pictures get level 3', () => {
  expect(levelFor(68, 120, 30, 5)).toBe(50)
  expect(levelFor(68, 120, 60, 4)).toBe(42)
  expect(levelFor(45, 36, 25, 1)).toBe(30)
})

test('what no level has room for is refused', () => {
  expect(() => levelFor(1000, 1000, 30, 1)).toThrow('no level has room for 1000x1000 macroblocks')
})
