import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Span, spansOf } from '#renderer/features/script/marks/spansOf.ts'
import { findMarks } from '#shared/script/findMarks.ts'

/** Every span with a kind, those within others too. */
const drawn = (spans: readonly Span[]): [string | undefined, string][] =>
  spans.flatMap(({ kind, text, inner = [] }) => [...(kind ? [[kind, text] as [string, string]] : []), ...drawn(inner)])

test('chips cover exactly the marks, whatever stands around them', () => {
  const text = '[title: A] Hello there. [pause 1s] **Big** news [Nguyen](say: win)[speed: 1.2], done.'
  expect(drawn(spansOf(text))).toEqual([
    ['title', '[title: A]'],
    ['opening', ' Hello there. '],
    ['silence', '[pause 1s]'],
    ['left-out', '**'],
    ['emphasis', 'Big'],
    ['left-out', '**'],
    ['say', '[Nguyen](say: win)'],
    ['left-out', '['],
    ['left-out', '](say: win)'],
    ['speed', '[speed: 1.2]'],
  ])
})

test.each([
  ['Hello. [SFX: whoosh] Bye.', ['[SFX: whoosh]']],
  ['# Title\n\nText with a [link](https://a.example).', ['#', '[', '](https://a.example)']],
  ['Costs &amp; gains, 𝗕𝗼𝗹𝗱 and a\r\nbreak \\*here', ['\\']],
  ['One.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nTwo.', ['| a | b |\n| --- | --- |\n| 1 | 2 |']],
])('what is left out is drawn paler, and nothing else: %j', (text, expected) => {
  const leftOut = drawn(spansOf(text)).flatMap(([kind, written]) => (kind === 'left-out' ? [written] : []))
  expect(leftOut).toEqual(expected)
})

test('the opening words are those behind the first marks, up to the next', () => {
  const openings = (text: string) =>
    drawn(spansOf(text)).flatMap(([kind, words]) => (kind === 'opening' ? [words] : []))
  expect(openings('[voice: onyx]\n[title: A]\nOne two three four five six seven eight nine.')).toEqual([
    '\nOne two three four',
  ])
  expect(openings('One two [pause 1s] three four five six.')).toEqual(['One two '])
  expect(openings('[pause 1s]')).toEqual([])
})

const piece = fc.constantFrom('*', '**', '[pause 1s]', '[a](say: b)', ' ', '\n', 'word', '[SFX: x]', '_', '<b>', '</b>')

test('spans are the whole text, and each mark is drawn', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const spans = spansOf(text)
      const isWhole = ({ text, inner }: Span): boolean =>
        text !== '' && (!inner || (inner.map((one) => one.text).join('') === text && inner.every(isWhole)))
      expect(spans.map((one) => one.text).join('')).toBe(text)
      expect(spans.every(isWhole)).toBe(true)
      const kinds = new Set(drawn(spans).map(([kind]) => kind))
      for (const { kind, words } of findMarks(text))
        if (words?.[0] !== words?.[1] || !words) expect(kinds).toContain(kind)
    }),
  )
})
