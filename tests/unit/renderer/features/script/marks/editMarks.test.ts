import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeMark,
  insertMark,
  markAt,
  type NewMark,
  removeMark,
  wordsAt,
} from '#renderer/features/script/marks/editMarks.ts'
import { findMarks } from '#shared/script/findMarks.ts'
import { parsePiece } from '#shared/script/parsePiece.ts'

/** A text with its caret as `|`, or what is selected between two of them. */
function open(marked: string) {
  const [before = '', inside = '', after] = marked.split('|')
  const [from, to] = [before.length, before.length + (after === undefined ? 0 : inside.length)]
  return { text: marked.replaceAll('|', ''), selection: { from, to } }
}
const show = ({ text, from }: { text: string; from: number }) => `${text.slice(0, from)}|${text.slice(from)}`

test.each<[string, NewMark, string]>([
  ['Hel|lo there.', { kind: 'silence', value: 0.5 }, 'Hello [pause 0.5s]| there.'],
  ['Hello| there.', { kind: 'silence', value: 1 }, 'Hello [pause 1s]| there.'],
  ['Hello |there.', { kind: 'silence', value: 1 }, 'Hello [pause 1s] |there.'],
  ['Hello.|', { kind: 'silence', value: 1 }, 'Hello. [pause 1s]|'],
  ['|', { kind: 'silence', value: 1 }, '[pause 1s]|'],
  ['Hello th|ere.', { kind: 'voice', value: 'onyx' }, 'Hello [voice: onyx] |there.'],
  ['|Hello there| you.', { kind: 'speed', value: 1.2 }, '[speed: 1.2] |Hello there you.'],
  [
    'One [pau|se 1s] two',
    { kind: 'background', value: 'a [b].jpg' },
    'One [background: a \\[b\\].jpg] |[pause 1s] two',
  ],
  ['One |two', { kind: 'voice', value: undefined }, 'One [voice: default] |two'],
  ['One |two', { kind: 'title', value: 'The sea' }, '[title: The sea]\n|One two'],
  ['[title: A]\nOne |two', { kind: 'title', value: 'B' }, '[title: B]|\nOne two'],
  ['One |two, three', { kind: 'emphasis' }, 'One *two*|, three'],
  ['One| two three |four', { kind: 'emphasis' }, 'One *two three*| four'],
  ['Ask Ngu|yen.', { kind: 'say', value: 'win (fast)' }, 'Ask [Nguyen](say: win  fast)|.'],
  ['| ', { kind: 'emphasis' }, '| '],
])('%j with %j is %j', (marked, mark, expected) => {
  const { text, selection } = open(marked)
  expect(show(insertMark(text, selection, mark))).toBe(expected)
})

test('the caret is in a mark only between its signs; a selection also where it is all of it', () => {
  const text = 'One [pause 1s] two'
  const at = (from: number, to = from) => markAt(text, { from, to })?.kind
  expect([at(4), at(5), at(13), at(14)]).toEqual([undefined, 'silence', 'silence', undefined])
  expect([at(4, 14), at(3, 14)]).toEqual(['silence', undefined])
})

test.each([
  ['It cost |$5.2M, then', '$5.2M'],
  ['“Hel|lo,” she', 'Hello'],
  ['the *key| words* of', 'key words'],
  ['a [Ngu|yen](say: win) b', 'Nguyen'],
  ['a [Nguyen](say: w|in) b', 'Nguyen'],
  ['a | b |c', 'b'],
  ['a |  b', undefined],
  ['a |… b', undefined],
  ['|a\nb|', undefined],
])('the words at %j are %j', (marked, expected) => {
  const { text, selection } = open(marked)
  const words = wordsAt(text, selection)
  expect(words && text.slice(words.from, words.to)).toBe(expected)
})

test('a mark is changed and taken out again, and its words stay', () => {
  const change = (text: string, mark: NewMark) => changeMark(text, findMarks(text)[0]!, mark).text
  const remove = (text: string) => removeMark(text, findMarks(text)[0]!).text
  expect(change('One (pause 2 s) two', { kind: 'silence', value: 1 })).toBe('One [pause 1s] two')
  expect(change('a [Nguyen](say: win) b', { kind: 'say', value: 'nwin' })).toBe('a [Nguyen](say: nwin) b')
  expect(remove('One [pause 1s] two')).toBe('One two')
  expect(remove('One [pause 1s], two')).toBe('One , two')
  expect(remove('[title: A]\nOne')).toBe('One')
  expect(remove('a **big** b')).toBe('a big b')
  expect(remove('a [Nguyen](say: win) b')).toBe('a Nguyen b')
})

const kinds = fc.constantFrom<NewMark>(
  { kind: 'silence', value: 1 },
  { kind: 'voice', value: 'onyx' },
  { kind: 'speed', value: undefined },
  { kind: 'background', value: 'beach [1].jpg' },
  { kind: 'title', value: 'A \\ [b]' },
)

test('what is written into words, wherever, is that mark for the parser and changes no word', () => {
  const word = fc.constantFrom('one', 'two,', 'three.', '**four**', 'five\nsix', '“seven”', '[a](say: b)', '8%')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.nat(80), kinds, (words, place, mark) => {
      const text = words.join(' ')
      const at = Math.min(place, text.length)
      const edited = insertMark(text, { from: at, to: at }, mark)
      const value = 'value' in mark ? mark.value : undefined
      expect(findMarks(edited.text)).toContainEqual(
        expect.objectContaining({ kind: mark.kind, ...(value !== undefined && { value }) }),
      )
      const words_ = (written: string) => parsePiece(written, 'light').text.replace(/\s+/g, ' ')
      expect(words_(edited.text)).toBe(words_(text))
    }),
  )
})
