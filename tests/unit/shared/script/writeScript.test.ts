import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseScript } from '#shared/script/parseScript.ts'
import { type GivenSegment, writeScript } from '#shared/script/writeScript.ts'

const texts = (script: string) => parseScript(script).segments.map(({ text }) => text)

test('segments become a script of which the parser makes them again', () => {
  const script = writeScript([
    { text: 'One.', title: 'Part [1] \\ 2', voice: 'onyx', speed: 1.2 },
    { text: 'Two.\n\nStill two.', background: 'https://example.com/a_[b].jpg', look: 'cobalt' },
  ])
  expect(parseScript(script).segments).toEqual([
    {
      index: 1,
      text: 'One.',
      title: 'Part [1] \\ 2',
      marks: [
        { kind: 'voice', at: 0, voice: 'onyx' },
        { kind: 'speed', at: 0, speed: 1.2 },
      ],
    },
    {
      index: 2,
      text: 'Two.\n\nStill two.',
      look: 'cobalt',
      marks: [{ kind: 'background', at: 0, background: 'https://example.com/a_[b].jpg' }],
    },
  ])
})

test('a marker within a segment is a silence, and nothing at its ends becomes one', () => {
  expect(parseScript(writeScript([{ text: 'One — pause — two.\n[pause]\nThree.' }])).segments).toEqual([
    {
      index: 1,
      text: 'One two. Three.',
      marks: [
        { kind: 'silence', at: 1, seconds: 0.7 },
        { kind: 'silence', at: 2, seconds: 0.7 },
      ],
    },
  ])
  expect(texts(writeScript([{ text: 'One — pause' }, { text: 'pause — two' }, { text: '— three —' }]))).toEqual([
    'One — pause',
    'pause — two',
    '— three —',
  ])
})

test('property: writing segments and parsing them gives their texts', () => {
  const word = fc.constantFrom(
    'One',
    'two,',
    'pause',
    'Pause',
    '—',
    '-',
    '--',
    '(three)',
    '“four”',
    '5.',
    'six-pause-seven',
    '«',
    '»',
  )
  const text = fc
    .tuple(fc.constantFrom('A', 'b', 'pause'), fc.array(word, { maxLength: 8 }))
    .map((words) => words.flat().join(' '))
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
  const segment: fc.Arbitrary<GivenSegment> = fc.record({
    text,
    title: optional(fc.constantFrom('A title', '[x] — pause —', 'a\\')),
    voice: optional(fc.constantFrom('onyx', 'nova')),
    speed: optional(fc.constantFrom(0.25, 1, 4)),
  })
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), (segments) => {
      const parsed = parseScript(writeScript(segments)).segments
      expect(parsed).toHaveLength(segments.length)
      for (const [at, { text, title, marks = [] }] of parsed.entries()) {
        const given = segments[at]!
        const isCut = marks.some(({ kind }) => kind === 'silence')
        if (!isCut) expect(text).toBe(given.text)
        expect(title).toBe(given.title)
        expect(marks.find(({ kind }) => kind === 'voice')).toEqual(
          given.voice === undefined ? undefined : { kind: 'voice', at: 0, voice: given.voice },
        )
      }
    }),
    { numRuns: 2000 },
  )
})
