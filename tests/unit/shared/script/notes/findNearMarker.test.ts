import { expect, test } from 'vitest'
import { parseScript } from '#shared/script/parseScript.ts'

test.each([
  ['A one. — pauze — B two.', '— pauze —'],
  ['A one. - pasue - B two.', '- pasue -'],
  ['A one.\n-- pause\nB two.', '-- pause'],
  ['A one.\n— Pausa —\nB two.', '— Pausa —'],
  ['A one. — pause 2 — B two.', '— pause 2 —'],
  ['A one. [puase 1s] B two.', '[puase 1s]'],
  ['A one.\n\nPAUSE\n\nB two.', 'PAUSE'],
  ['A one.\nPause.\nB two.', 'Pause.'],
])('nearly a marker is spoken, and told: %s', (script, text) => {
  const { segments, notes } = parseScript(script)
  expect(segments).toHaveLength(1)
  expect(notes).toEqual([{ code: 'NEARLY_A_MARKER', facts: { text } }])
})

test.each([
  'The — cause — of it.',
  'He took a pause — then he went on.',
  'A — parse — error.',
  '- play\n- pause\n- stop',
  'One. — pause — Two.',
  'One. — pause 2s — Two.',
  'One. [pausa] Two.',
  'play\npause\nstop',
  'One [pause] two.',
  'The play-pause-stop buttons.',
])('nothing near: %s', (script) => {
  expect(parseScript(script).notes).toEqual([])
})
