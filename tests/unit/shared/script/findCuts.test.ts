import { expect, test } from 'vitest'
import { cutScript } from '#shared/script/cutScript.ts'
import { parseScript } from '#shared/script/parseScript.ts'

const pieces = (script: string) => cutScript(script).map((piece) => piece.trim())

test.each([
  'Use the play-pause-stop buttons to control the clip. Run tool --pause --force. The start–pause–resume cycle.',
  'Then git rebase --pause and go.',
  'The stop—pause—go of it.',
  'A 3-pause-4 score.',
])('a letter or digit at a dash makes the word part of another: %s', (script) => {
  expect(parseScript(script).segments.map(({ text }) => text)).toEqual([script])
})

test.each([
  '**— pause —**',
  '*— pause —*',
  '__— pause —__',
  '`— pause —`',
  '~~— pause —~~',
  '> — pause —',
  '> **— pause —**',
  '### — pause —',
  '### **— pause —** ###',
  '- — pause —',
  '2. — pause —',
  '(— pause —)',
  '[ — pause — ]',
  '“— pause —”',
  '"— pause —"',
  '«— pause —»',
  '<p>— pause —</p>',
  '<p><b>— pause —</b></p>',
  '<!-- pause -->',
  '— pause —.',
  '— Pause. —',
  '— "pause" —',
  '— **pause** —',
  '&mdash; pause &mdash;',
  '&#8212;&nbsp;pause&nbsp;&#8212;',
  '(pause)',
  '<pause>',
  '<pause/>',
  '*pause*',
  '**Pause**',
  '_pause_',
  '{pause}',
  '[PAUSE].',
  '> [pause]',
  '**[pause]**',
  '- [ Pause ]',
  '* pause *',
  '---pause---',
  '–pause–',
  '...pause...',
  '… pause …',
  '=== PAUSE ===',
  '*** pause ***',
  '#pause#',
  '/pause/',
  '||pause||',
  '• pause •',
  '━━ Pause ━━',
  '→ pause ←',
  '⏸️ pause ⏸️',
  '⏸️',
  '### PAUSE',
  '## **Pause**',
])('the signs around a marker go with it: %s', (marker) => {
  expect(pieces(`One.\n\n${marker}\n\nTwo.`)).toEqual(['One.', 'Two.'])
  expect(pieces(`One.\n${marker}\nTwo.`)).toEqual(['One.', 'Two.'])
})

test.each([
  ['One. **— pause —** Two.', ['One.', 'Two.']],
  ['One. (— pause —) Two.', ['One.', 'Two.']],
  ['One.<p>— pause —</p>Two.', ['One.', 'Two.']],
  ['"One." — pause — "Two."', ['"One."', '"Two."']],
  ['**One** — pause — **Two**', ['**One**', '**Two**']],
  ['(One) — pause — (Two)', ['(One)', '(Two)']],
  ['“One” — pause — “Two”', ['“One”', '“Two”']],
  ['One.\n> — pause — Two.', ['One.', 'Two.']],
  ['One.\\n\\n— pause —\\n\\nTwo.', ['One.\\n\\n', '\\n\\nTwo.']],
  ['One. \\u2014 pause \\u2014 Two.', ['One.', 'Two.']],
])('and no sign of the words beside it: %s', (script, expected) => {
  expect(pieces(script)).toEqual(expected)
})

test.each([
  '\\— pause — x',
  'x \\[pause]',
  '(pause the video)',
  '*pause* here',
  'a [pause] b',
  '<pauses>',
  '"Pause."',
  '- pause.',
  '- Pause…',
  '1. pause',
  'pause',
  '## Pause for a moment',
])('no cut: %s', (script) => {
  expect(pieces(script)).toHaveLength(1)
})

test('the marked pieces of a formatted script come without a sign of their markers', () => {
  const script =
    'Thirteen.\n\n**— pause —**\n\nFourteen.\n\n> — pause —\n\nFifteen.\n\n### — pause —\n\nSixteen. (— pause —) <p>— pause —</p>\n'
  expect(parseScript(script)).toEqual({
    segments: ['Thirteen.', 'Fourteen.', 'Fifteen.', 'Sixteen.'].map((text, at) => ({ index: at + 1, text })),
    notes: [],
  })
})
