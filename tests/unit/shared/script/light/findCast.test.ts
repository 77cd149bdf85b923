import { expect, test } from 'vitest'
import { parseScript } from '#shared/script/parseScript.ts'

const text = (script: string) =>
  parseScript(script)
    .segments.map(({ text }) => text.replace(/\s+/g, ' '))
    .join(' ')

test.each([
  ['Anna: Did you see it?\nBen: See what?\nAnna: The price.', 'Did you see it? See what? The price.'],
  ['SARAH: Hi.\nMIKE (V.O.): Hello.\nSARAH: Bye.\nThey wave.', 'Hi. Hello. Bye. They wave.'],
  ['[00:00:03] Jane: The market.\n\n[00:00:10] John: I agree.', 'The market. I agree.'],
  ['Jane Doe  0:03\nThe market.\n\nJohn Smith  0:10\nI agree.', 'The market. I agree.'],
  ['Speaker 1 (00:03)\nThe market.\n\nSpeaker 2 (00:09)\nYes.', 'The market. Yes.'],
  ['00:00 Welcome.\n00:12 Three myths.\n01:05 The first.', 'Welcome. Three myths. The first.'],
  [
    'FADE IN:\n\nINT. COFFEE SHOP - MORNING\n\nANNA\nMonday again.\n\nBEN (V.O.)\nYes.\n\nCUT TO:\n\nEXT. STREET - DAY\n\nANNA\nGo.\n\nFADE OUT.',
    'Monday again. Yes. Go.',
  ],
])('who speaks and when is not read: %j', (script, expected) => {
  expect(text(script)).toBe(expected)
  expect(parseScript(script).notes).toEqual([expect.objectContaining({ code: 'DIRECTIONS' })])
})

test.each([
  'Q: What is it? A: That.\n\nQ: Is it? A: Yes.',
  'Myth: bees are blind.\n\nFact: bees see.\n\nMyth: bees are deaf.',
  'Apple: up.\n\nTesla: down.',
  'STOP SCROLLING\n\nThis is it.',
  'We meet at 10:30.\n\n12:30 is lunch.',
  '9:00 is early.\n\n10:30 we eat.',
  'Monday: run\n\nTuesday: swim\n\nMonday: again',
])('stays: %j', (script) => {
  expect(parseScript(script)).toEqual({ segments: [{ index: 1, text: script }], notes: [] })
})
