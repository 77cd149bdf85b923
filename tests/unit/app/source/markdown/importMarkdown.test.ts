import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importMarkdown } from '#app/source/markdown/importMarkdown.ts'
import { parseScript } from '#shared/script/parseScript.ts'

const script = (markdown: string) => importMarkdown(markdown).script

test('underlined lines are headings, stars within a word stay, and what is no word is left out and counted', () => {
  const markdown = `Setext heading
==============

Another
-------

Multiply 2*3*4 &nbsp; &copy; 2026.[^1] [![badge](b.svg)](https://x.y)

| A | B |
|---|:-:|
| 1 | 2 |

\`\`\`bash
npm install
\`\`\`

![cover](cover.png) <!-- not this --> It is $$e = mc^2$$ so.

[^1]: The footnote text.
    continued.`
  const { script, leftOut } = importMarkdown(markdown)
  expect(script).toBe('# Setext heading\n\n## Another\n\nMultiply 2*3*4 \u00A0 © 2026.\n\nIt is so.')
  expect(leftOut).toEqual({ code: 1, table: 1, picture: 2, formula: 1, footnote: 1, comment: 1 })
})

test.each([
  ['emphasis, in the script’s own signs', '_one_ __two words__ ***three***', '*one* **two words** **three**'],
  ['emphasis of half a word', '**un**believable and snake_case_name', 'unbelievable and snake_case_name'],
  [
    'links',
    '[the guide](https://x.y "t"), [a][b] and <https://c.d>\n\n[b]: http://e.f',
    'the guide, a and https://c.d',
  ],
  ['code in a line', 'Run `npm` now', 'Run npm now'],
  ['lists', '- one\n- two\n  1. deep\n- [x] done', '* one\n* two\n\n1. deep\n* done'],
  ['list items that are called Pause', '- Play\n- Pause\n- Stop', '* Play\n* Pause\n* Stop'],
  ['quotations', '> first\n> second\n>\n> > deep', 'first\nsecond\n\ndeep'],
  ['hard breaks', 'one  \ntwo\\\nthree', 'one\ntwo\nthree'],
  [
    'tags, which the script’s parser takes out',
    '<p>\nwords <b>here</b>\n</p>\n\nH<sub>2</sub>O',
    '<p>\nwords <b>here</b>\n</p>\n\nH<sub>2</sub>O',
  ],
  [
    'what stood close together',
    '**Visual:**\n- city\n- people\n\n## Next\nline',
    '**Visual:**\n* city\n* people\n\n## Next\nline',
  ],
  ['definitions', 'Term\n: What it means', 'Term\nWhat it means'],
  [
    'a fence around a script',
    '```markdown\n# Hello\n\n---\n\n*you*\n```\n\n~~~\nand\n~~~',
    '# Hello\n\n— pause —\n\n*you*\n\nand',
  ],
  [
    'notes’ own signs',
    'See [[Page|the page]], [[Other]] and ==this== ![[a.png]], if a==b==c.',
    'See the page, Other and this , if a==b==c.',
  ],
  ['one tilde', 'from ~5 to ~6', 'from ~5 to ~6'],
  ['two prices', 'It was $5 and is $10.', 'It was $5 and is $10.'],
  ['references', 'Tom &amp; Jerry&#39;s caf&eacute; &unknown;', "Tom & Jerry's café &unknown;"],
])('%s', (_, markdown, expected) => {
  expect(script(markdown)).toBe(expected)
})

test.each([
  ['a rule', 'One.\n\n---\n\nTwo.\n\n* * *\n\nThree.', 'One.\n\n— pause —\n\nTwo.\n\n— pause —\n\nThree.'],
  ['rules around the word', 'One.\n\n---\npause\n---\n\nTwo.', 'One.\n\n— pause —\n— pause —\n\nTwo.'],
  ['hyphens around the word', 'One.\n\n- pause -\n\nTwo.', 'One.\n\n- pause -\n\nTwo.'],
  ['a marker in bold', '**— pause —**', '**— pause —**'],
  ['a marker as a heading', '### [pause]', '[pause]'],
  ['a marker in a quotation', '> — pause —', '— pause —'],
  ['a marker as code', '`— pause —`', '— pause —'],
])('%s stays a pause', (_, markdown, expected) => {
  expect(script(markdown)).toBe(expected)
})

test.each([
  'Wait [pause 1s] for it [short pause] now.',
  '[voice: onyx] Hello [speed: 1.1] there [background: my_new_beach.jpg] and *here*.',
  '[title: A *b* and c]\nHello.',
  'Ask [Nguyen](say: win) and [Xi](say:she).',
  'Wait <break time="1s"/> for **it**.',
  '<break time="500ms"/>\nthen **this**',
  '[SFX: whoosh]\nNARRATOR: Hello.\n**Visual:** a city',
])('marks stay as they were written: %s', (written) => {
  expect(script(written)).toBe(written)
})

test('what is escaped stays escaped, and what a reference stands for is no mark', () => {
  expect(script('\\[pause\\] 5 \\* 3 \\# no')).toBe('\\[pause\\] 5 \\* 3 \\# no')
  expect(script('&lt;b&gt; &amp;nbsp; &#91;pause 1s&#93; `[x]` `a*b`')).toBe(
    '\\<b\\> \\&nbsp; \\[pause 1s\\] \\[x\\] a\\*b',
  )
})

test('a script says what its Markdown says', () => {
  const texts = (markdown: string) => parseScript(script(markdown)).segments.map(({ text }) => text)
  expect(texts('- Play\n- Pause\n- Stop')).toEqual(['Play\n\nPause\n\nStop'])
  expect(texts('1. One\n   more\n2. Two\n   - in it\n\nEnd.')).toEqual(['1. One more\n\n2. Two\n\nin it\n\nEnd.'])
  expect(
    texts('A\n===\nB *c*\n\n- pause -\n> \\[pause 1s\\] 2*3*4 \\*d\\* `e*f*g` &lt;b&gt; &amp;amp; 5 > 3 C#'),
  ).toEqual(['A\n\nB c', '[pause 1s] 2*3*4 *d* e*f*g <b> &amp; 5 > 3 C#'])
})

test('plain words come back as they are', () => {
  const word = fc.stringMatching(/^[a-zäöüA-Z][a-zäöü']{0,9}[.,!?]?$/)
  const paragraph = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const text = paragraphs.join('\n\n')
      expect(script(text)).toBe(text)
    }),
  )
})

test.each([
  ['quotations', `${'>'.repeat(50_000)}word`],
  ['lists', `${'- '.repeat(20_000)}word`],
  ['emphasis', `${'*'.repeat(20_000)}word${'*'.repeat(20_000)}`],
  ['emphasis that never ends', `${'*a_ **b '.repeat(5000)}word`],
  ['brackets', `${'['.repeat(50_000)}word`],
])('thousands of %s within each other are read in no time', (_, markdown) => {
  expect(script(markdown)).toContain('word')
})

test('whatever is written, it is read', () => {
  const piece = fc.constantFrom(
    '*',
    '_',
    '`',
    '[',
    '](',
    ')',
    '<',
    '>',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '#',
    '|',
    '$$',
    '&amp;',
    '— pause —',
    '\uFDD0',
    '1. ',
    ' ',
    'word',
    '\\',
    '[^1]',
    '---',
    '~~',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { script } = importMarkdown(pieces.join(''))
      expect(script).not.toMatch(/[\uFDD0\uFDD1]/)
      expect(script.match(/word/g)?.length ?? 0).toBeLessThanOrEqual(pieces.filter((piece) => piece === 'word').length)
    }),
  )
})

test('a table of what is seen and what is said is left to the parser of scripts', () => {
  const table = '| Time | Visual | Audio |\n|---|:-:|---|\n| 0:00 | A *cup* | Hello **there**. |'
  expect(importMarkdown(table)).toEqual({
    script: '| Time | Visual | Audio |\n| 0:00 | A *cup* | Hello **there**. |',
    leftOut: {},
  })
})

test('escapes that Google Docs writes are none, and what note-taking programs add is no text', () => {
  expect(importMarkdown("**Hook\\:** You're tired\\. 1\\. \\*So\\*").script).toBe("**Hook:** You're tired. 1. \\*So\\*")
  expect(importMarkdown('> [!tip] A tip\n\nText %%comment%% here. ^block-1').script).toBe('A tip\n\nText here.')
})
