import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText, textWidth } from '#cli/terminal/textWidth.ts'

test.each([
  ['plain', 5],
  ['東京', 4],
  ['한글', 4],
  ['e\u0301', 1],
  ['👩‍👩‍👧', 2],
  ['❤️', 2],
  ['—…', 2],
  ['', 0],
])('%j takes %d columns', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test.each([
  ['fits', 4, 'fits'],
  ['does not fit', 9, 'does not…'],
  ['does not fit', 5, 'does…'],
  ['東京市場', 6, '東京…'],
  ['ab', 1, '…'],
  ['ab', 0, ''],
])('%j within %d columns is %j', (text, columns, fitted) => {
  expect(fitText(text, columns)).toBe(fitted)
})

test('property: what was fitted fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, columns) => {
      expect(textWidth(fitText(text, columns))).toBeLessThanOrEqual(columns)
    }),
  )
})
