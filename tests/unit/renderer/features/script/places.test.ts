import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleOf } from '#renderer/features/script/middleOf.ts'
import { boundaryNear } from '#renderer/features/script/useMoveCut.ts'

test.each([
  ['One. Two three. Four five six.', 'One. Two three. '],
  ['one two three four', 'one two '],
  ['Sentence one is here. And the second one is much, much longer than it.', 'Sentence one is here. '],
  ['第一句。第二句。', '第一句。'],
  ['word', 'wo'],
])('the middle of %j', (text, head) => {
  expect(text.slice(0, middleOf(text))).toBe(head)
})

test('both halves have something to say wherever there are two words', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'bb.', 'ccc!', 'd,'), { minLength: 2, maxLength: 30 }), (words) => {
      const text = words.join(' ')
      const middle = middleOf(text)
      expect(text.slice(0, middle).trim()).not.toBe('')
      expect(text.slice(middle).trim()).not.toBe('')
    }),
  )
})

test('a dragged cut falls between words', () => {
  expect(boundaryNear('one two three', 5)).toBe(3)
  expect(boundaryNear('one two three', 6)).toBe(7)
  expect(boundaryNear('word', 2)).toBe(2)
  expect(boundaryNear('one two', 0)).toBe(3)
})
