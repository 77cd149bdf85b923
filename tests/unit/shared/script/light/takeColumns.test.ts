import { expect, test } from 'vitest'
import { spokenColumn } from '#shared/script/light/takeColumns.ts'
import { parseScript } from '#shared/script/parseScript.ts'

const rows = (...texts: string[][]) => texts.map((cells) => `| ${cells.join(' | ')} |`).join('\n')

test.each([
  [['Visual', 'Audio'], 1],
  [['Time', 'Visual', '**Narration (VO)**'], 2],
  [['🎙️ Voiceover', 'On-screen text'], 0],
  [['Audio', 'Narrator', 'Visual'], 1],
  [['Zeit', 'Bild', 'Sprechertext'], 2],
  [['Tiempo', 'Visual', 'Narración'], 2],
  [['シーン', '映像', 'ナレーション'], 2],
  [['Day', 'Steps'], undefined],
  [['Host', 'City'], undefined],
  [['Audio', 'Price'], undefined],
])('the column of %j that is spoken: %j', (names, column) => {
  expect(spokenColumn(names)).toBe(column)
})

test('of a table of what is seen and what is said, what is said is read, and that is told', () => {
  const table = rows(
    ['Time', 'Visual', 'Audio'],
    ['---', ':-:', '---'],
    ['0:00–0:05', 'A cup', '**Narrator:** You make coffee wrong.<br>Truly.'],
    ['0:05–0:10', 'A smile', '(music) Follow [pause 1s] me.'],
  )
  expect(parseScript(`Hello.\n\n${table}\n\nBye.`)).toEqual({
    segments: [
      {
        index: 1,
        text: 'Hello.\n\nYou make coffee wrong. Truly.\n\nFollow me.\n\nBye.',
        marks: [{ kind: 'silence', at: 7, seconds: 1 }],
      },
    ],
    notes: [{ code: 'DIRECTIONS', facts: { count: 3, text: '| Time | Visual | Audio |' } }],
  })
})

test('a table of cells between tabs is one too, and a table of anything else is left out', () => {
  expect(parseScript('Visual\tVoiceover\nA cup\tHello there.\nA dog\tBye now.').segments[0]?.text).toBe(
    'Hello there.\n\nBye now.',
  )
  expect(parseScript(`So:\n${rows(['Day', 'Steps'], ['---', '---'], ['Mon', '9'])}`).segments[0]?.text).toBe('So:')
})
