import { expect, test } from 'vitest'
import { shownText, wordsBefore } from '#renderer/store/shownText.ts'
import { parsePiece } from '#shared/script/parsePiece.ts'

test('a card is shown without its marks; one of nothing but directions as it stands', () => {
  expect(shownText('[title: A]\n**Big** news [pause 1s] today.')).toBe('Big news today.')
  expect(shownText('[SFX: whoosh]')).toBe('[SFX: whoosh]')
})

test('words before a place are those that are spoken', () => {
  const text = '[title: A b c]\n**Big** news [pause 1s] from [Nguyen](say: win) today.'
  expect(wordsBefore(text, text.indexOf('Big'))).toBe(0)
  expect(wordsBefore(text, text.indexOf('ig'))).toBe(1)
  expect(wordsBefore(text, text.indexOf('[pause') + 3)).toBe(2)
  expect(wordsBefore(text, text.indexOf('win'))).toBe(4)
  expect(wordsBefore(text, text.length)).toBe(parsePiece(text, 'light').text.split(' ').length)
})
