import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from '#engines/speech/cutText.ts'
import { planPieces, type TextPiece } from '#pipeline/speech/planPieces.ts'
import { wordsOf } from '#shared/script/segment.ts'

/** The words of all pieces, those that go on across a seam put together. */
function allWords(pieces: readonly TextPiece[]): string[] {
  const words: string[] = []
  for (const piece of pieces) {
    const [first = '', ...others] = piece.words
    if (piece.continues) words.push((words.pop() ?? '') + first, ...others)
    else words.push(first, ...others)
  }
  return words
}

test('however a text is cut, its words are all there, in order', () => {
  const anyText = fc
    .array(
      fc.oneof(fc.lorem({ maxCount: 3 }), fc.constantFrom('\n\n', ' ', '\u00a0', '科技公司。', 'word', '…', '👍🏽')),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, characters) => {
      const pieces = planPieces(text, cutText(text, { characters }))
      expect(allWords(pieces)).toEqual(wordsOf(text))
    }),
  )
})

test('rests fit the seam: paragraph, sentence, line, clause, none', () => {
  const text = 'One.\n\nTwo “two.” Three\nfour, five six。七八'
  const pieces = planPieces(text, ['One.', 'Two “two.”', 'Three', 'four,', 'five', 'six。', '七', '八'])
  expect(pieces.map(({ rest }) => rest)).toEqual([0, 0.7, 0.42, 0.42, 0.2, 0.05, 0.42, 0.05])
  expect(pieces.map(({ continues }) => continues)).toEqual([false, false, false, false, false, false, true, true])
})
