import { expect, test } from 'vitest'
import { openingWords } from '#pipeline/naming/openingWords.ts'

test.each([
  ['Apple reported strong earnings today', 'Apple reported strong earnings...'],
  ['Apple reported strong earnings', 'Apple reported strong earnings'],
  ['  One\n\ntwo.  ', 'One two.'],
  ['First, second, third, fourth, fifth', 'First, second, third, fourth...'],
  ['', ''],
])('%j opens with %j', (text, opening) => {
  expect(openingWords(text)).toBe(opening)
})

test('a text without spaces is cut between whole letters', () => {
  expect(openingWords('東京市場'.repeat(20))).toBe(`${'東京市場'.repeat(10)}...`)
  expect(openingWords('👩‍👩‍👧'.repeat(50))).toBe(`${'👩‍👩‍👧'.repeat(40)}...`)
})
