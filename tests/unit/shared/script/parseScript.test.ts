import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOf } from '#pipeline/segmentScript.ts'
import { parseScript } from '#shared/script/parseScript.ts'

const segmentScript = (script: string) => parseScript(script).segments

const texts = (script: string) => segmentScript(script).map((segment) => segment.text)

test('the guide’s example script gives its three segments, counted from one', () => {
  const script =
    "Welcome to today's market update. Tech stocks are rallying — pause — Apple reported strong earnings today — pause — Looking ahead to next quarter's outlook"
  expect(segmentScript(script)).toEqual([
    { index: 1, text: "Welcome to today's market update. Tech stocks are rallying" },
    { index: 2, text: 'Apple reported strong earnings today' },
    { index: 3, text: "Looking ahead to next quarter's outlook" },
  ])
})

test.each([
  ['em dashes', 'A one. — pause — B two.'],
  ['en dashes', 'A one. – pause – B two.'],
  ['hyphens', 'A one. - pause - B two.'],
  ['two hyphens, no space', 'A one.--pause--B two.'],
  ['three em dashes', 'A one.———pause———B two.'],
  ['mixed dashes', 'A one. - Pause — B two.'],
  ['the minus sign', 'A one. − pause − B two.'],
  ['any case', 'A one. — PaUsE — B two.'],
  ['line breaks around', 'A one.\n\n— pause —\n\nB two.'],
  ['line breaks inside', 'A one.\n—\n pause\n—\nB two.'],
  ['Windows line breaks', 'A one.\r\n\r\n— pause —\r\n\r\nB two.'],
  ['old Mac line breaks', 'A one.\r[pause]\rB two.'],
  ['no-break spaces', 'A one. —\u00a0pause\u00a0— B two.'],
  ['zero-width spaces', 'A one. —\u200B pause \u200B— B two.'],
  ['two in a row', 'A one. — pause — — pause — B two.'],
  ['two that share a dash', 'A one. — pause — pause — B two.'],
  ['UTF-8 read as Mac Roman', 'A one. ‚Äî pause ‚Äî B two.'],
  ['UTF-8 read as Mac Roman, en dash', 'A one. ‚Äì pause ‚Äì B two.'],
  ['UTF-8 read as Windows-1252', 'A one. â€” pause â€” B two.'],
  ['UTF-8 read as Windows-1252, en dash', 'A one. â€“ pause â€“ B two.'],
  ['UTF-8 read as Windows-1252, with curly quotes', 'A one. â€\u201d pause â€\u201d B two.'],
  ['UTF-8 read as Windows-1252, quotes straightened', 'A one. â€" pause â€" B two.'],
  ['UTF-8 read as Windows-1252, twice', 'A one. Ã¢â‚¬â€\u009d pause Ã¢â‚¬â€\u009d B two.'],
  ['UTF-8 read as Latin-1', 'A one. â\u0080\u0094 pause â\u0080\u0094 B two.'],
  ['UTF-8 read as DOS 437', 'A one. ΓÇö pause ΓÇö B two.'],
  ['Windows-1252 read as Latin-1', 'A one. \u0097 pause \u0097 B two.'],
  ['Windows-1252 read as UTF-8', 'A one. \uFFFD pause \uFFFD B two.'],
  ['[pause] alone on a line', 'A one.\n  [ Pause ]\t\nB two.'],
  ['[pause] alone on a Windows line', 'A one.\r\n[PAUSE]\r\nB two.'],
  ['at both ends', '— pause — A one. — pause — B two. — pause —'],
])('a marker: %s', (_, script) => {
  expect(texts(script)).toEqual(['A one.', 'B two.'])
})

test.each([
  'He took a pause — then he went on.',
  'Then — a pause — and on.',
  'A pause - then another pause - and on.',
  'We pause here — and go on.',
  'No — pause and think.',
  'The words pauses — pause, paused — and pausecut.',
  'Above\n\n---\n\nbelow',
  'Say [pause] in a line',
  'First\n- pause the video\n- go on',
])('no marker: %s', (script) => {
  expect(segmentScript(script)).toHaveLength(1)
})

test('the word alone between dashes is a marker in running prose too', () => {
  expect(texts('Wait - pause - go')).toEqual(['Wait', 'go'])
})

test('inside a segment paragraphs stay apart and other white space is one space', () => {
  expect(texts('\uFEFFOne\r\ntwo\t three\u00a0four.\r\n \r\n\r\nFive.\u2028Six.\n')).toEqual([
    'One two three\u00a0four.\n\nFive. Six.',
  ])
})

test('pieces without anything to say vanish, and a script without words has no segments', () => {
  expect(texts('— pause — ** — pause — ...\n[pause]\n---')).toEqual([])
  expect(texts('')).toEqual([])
  expect(texts('Price: — pause — $ — pause — 🎉')).toEqual(['Price:', '$'])
})

const word = fc.constantFrom(
  'Stocks',
  'rose',
  '3.5',
  'percent',
  'today',
  'Zürich',
  '東京',
  'a',
  'pauses',
  'paused',
  'ok!',
)
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r\n', '\u00a0'), maxLength: 4 })
const oneDash = fc.constantFrom('—', '–', '-', '--', '---', '———', '−', '‚Äî', 'â€”', 'â€\u201d', '\uFFFD')
const pauseWord = fc
  .string({ unit: fc.constantFrom('p', 'P'), minLength: 1, maxLength: 1 })
  .chain((p) => fc.constantFrom(`${p}ause`, `${p}AUSE`, `${p}auSe`))
// A letter next to a dash makes the word part of another one.
const someSpace = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r\n', '\u00a0'), minLength: 1, maxLength: 4 })
const dashMarker = fc
  .tuple(someSpace, oneDash, space, pauseWord, space, oneDash, someSpace)
  .map((parts) => parts.join(''))
const bracketMarker = fc
  .tuple(fc.constantFrom('\n', '\r\n', '\n\n'), fc.constantFrom('[pause]', ' [Pause] ', '[ PAUSE ]'))
  .map(([line, text]) => line + text + line)
const anyMarker = fc.oneof(dashMarker, bracketMarker)

test('property: joining segments by any markers and cutting again gives the segments, never a marker', () => {
  const scripts = fc.array(fc.tuple(sentence, anyMarker), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(scripts, fc.boolean(), fc.boolean(), (pieces, leading, trailing) => {
      const body = pieces.map(([text, mark], at) => text + (at < pieces.length - 1 ? mark : '')).join('')
      const script = (leading ? '— pause — ' : '') + body + (trailing ? '\n[pause]\n' : '')
      const segments = segmentScript(script)
      expect(segments.map((segment) => segment.text)).toEqual(pieces.map(([text]) => text))
      expect(segments.map((segment) => segment.index)).toEqual(pieces.map((_, at) => at + 1))
    }),
    { numRuns: 500 },
  )
})

test('property: whatever goes in, no segment is empty, untrimmed or holds a marker', () => {
  const soup = fc.string({
    unit: fc.constantFrom('pause', 'Pause', '—', '-', ' ', '\n', '[', ']', 'word', '.', '\t', '‚Äî', '\r'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(soup, (script) => {
      for (const { text } of segmentScript(script)) {
        expect(text).toBe(text.trim())
        expect(text).not.toBe('')
        expect(text).not.toMatch(/(?<![\p{L}\p{N}—-]|‚Äî)(?:[—-]|‚Äî)+\s*pause\s*(?:[—-]|‚Äî)+(?![\p{L}\p{N}—-]|‚Äî)/iu)
        expect(text).not.toMatch(/\[pause\]/i)
        expect(text).not.toMatch(/[\t\r]| {2}|\n{3}/)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a page of dashes, spaces or openings is cut without trying every cut of it', () => {
  for (const unit of ['-', ' ', '- ', '— pause ', '\n', '[', ' [', 'Ã¢â‚¬â€']) {
    segmentScript(unit.repeat(200_000 / unit.length))
  }
})

test('a voiceover is one segment of all its words, a paragraph for each piece, and Shorts are one for each', () => {
  const script = 'One. — pause — Two.\n\nThree.'
  expect(segmentsOf({ kind: 'voiceover', script })).toEqual([{ index: 1, text: 'One.\n\nTwo.\n\nThree.' }])
  expect(segmentsOf({ kind: 'shorts', script })).toEqual(segmentScript(script))
  for (const kind of ['shorts', 'voiceover'] as const) expect(segmentsOf({ kind, script: '— pause —' })).toEqual([])
})
