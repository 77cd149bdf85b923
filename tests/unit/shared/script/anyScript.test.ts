import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMarks } from '#shared/script/findMarks.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import { Mark } from '#shared/script/segment.ts'

const signs = [
  ...[
    'word',
    'two',
    'Pause',
    'pause',
    'é',
    '東京',
    '😀',
    '1',
    ' ',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\r\n',
    '\u00a0',
    '\u200b',
    '\uFDD0',
  ],
  ...[
    '—',
    '-',
    '--',
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~',
    '#',
    '# ',
    '>',
    '- ',
    '1. ',
    '|',
    '|-|-|',
    '---',
    '.',
    ',',
    ':',
    '!',
    '"',
    "'",
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '{',
    '}',
    '](',
    '![',
    '[^1]',
    '[x] ',
    '<b>',
    '</b>',
    '<br>',
    '<p>',
    '</p>',
    '<!--',
    '-->',
    '</',
  ],
  ...[
    '[pause]',
    '[pause 1s]',
    '[long pause]',
    '(pause)',
    '<pause>',
    '<break time="1s"/>',
    '<break',
    '*pause*',
    '[pause 99s]',
  ],
  ...[
    '[voice: onyx]',
    '[voice]',
    '[speed: 2]',
    '[speed: 0]',
    '[background: a.jpg]',
    '[title: x]',
    '[look:',
    '](say: ',
    'say: win)',
    '[a](say: b)',
  ],
  ...[
    '&amp;',
    '&mdash;',
    '&lt;',
    '&gt;',
    '&nbsp;',
    '&#0;',
    '&',
    ';',
    '\\',
    '\\n',
    '\\u2014',
    '\\"',
    '— pause —',
    '&lt;break time=&quot;1s&quot;/&gt;',
  ],
  ...[
    'NARRATOR: ',
    'HOOK (0:00-0:03)',
    '[SFX: x]',
    '(laughs)',
    '**Visual:** ',
    '𝗕𝗼',
    'ᴀᴘ',
    '\uD800',
    '\uFEFF',
    '\u0000',
    '\u00AD',
  ],
]

const soup = fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 })

const written = /\[(?:(?:long )?pause(?: \d+s)?|voice: onyx|speed: \d|title: x)\]|<break\b[^<>]*>|<pause>/gi

test('property: no script however odd gives an empty segment, a spoken mark, or a mark out of its range', () => {
  fc.assert(
    fc.property(soup, fc.constantFrom('light' as const, 'none' as const), (script, markup) => {
      for (const { text, marks = [] } of parseScript(script, markup).segments) {
        expect(text).not.toBe('')
        expect(text).toBe(text.trim())
        expect(text).not.toMatch(/[\uFDD0-\uFDEF\uFEFF\t\r]| {2}|\n{3}|(?<!\n)\n(?!\n)/)
        // What only becomes one when something within it is taken out is text.
        if (!/[\\&]/.test(script)) for (const [mark] of text.matchAll(written)) expect(script).not.toContain(mark)
        const words = text.split(/\s+/u).length
        for (const mark of marks) {
          expect(Mark.safeParse(mark).error).toBeUndefined()
          expect(mark.at).toBeLessThanOrEqual(words)
          if ('to' in mark) {
            expect(mark.at).toBeLessThan(mark.to)
            expect(mark.to).toBeLessThanOrEqual(words)
          }
        }
        expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted((a, b) => a - b))
      }
      for (const { from, to } of findMarks(script)) {
        expect(from).toBeLessThan(to)
        expect(to).toBeLessThanOrEqual(script.length)
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 2000) },
  )
})

test('property: plain words are what they were, with markup and without', () => {
  const word = fc.constantFrom(
    'Stocks',
    'rose',
    '3.5',
    '%',
    'Zürich',
    '東京',
    '5*3',
    'a_b',
    '<3',
    'C#',
    'AT&T',
    '$5',
    '“so”',
    '(yes)',
    '—',
  )
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 10 }),
      fc.constantFrom('light' as const, 'none' as const),
      (words, markup) => {
        const script = `So ${words.join(' ')}`
        expect(parseScript(script, markup)).toEqual({ segments: [{ index: 1, text: script }], notes: [] })
      },
    ),
  )
})

test('a page of any sign is parsed without trying every pair of them', () => {
  for (const sign of signs)
    for (const markup of ['light', 'none'] as const) parseScript(sign.repeat(20_000 / sign.length), markup)
})
