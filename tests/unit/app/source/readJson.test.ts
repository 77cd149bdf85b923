import { expect, test } from 'vitest'
import { readJson } from '#app/source/readJson.ts'

test('a text that was encoded once too often is read as it was', () => {
  expect(readJson('"Hello there.\\n\\n— pause —\\n\\n\\"Bye\\" now. It\\u2019s over."\n')).toEqual({
    script: 'Hello there.\n\n— pause —\n\n"Bye" now. It’s over.',
    leftOut: {},
  })
})

test('of an object its fields that are spoken are read in order, and the others counted', () => {
  const json = {
    id: 'a1b2',
    title: 'Sleep',
    voice: 'nova',
    hook: 'Stop!',
    scenes: [
      { sceneNumber: 1, visual: 'A bed in the dark', narration: 'You sleep wrong.' },
      { onScreenText: 'Cold room', voice_over: 'Cold room.' },
    ],
    remark: 'Dark room too.',
    hashtags: ['#sleep'],
  }
  const expected = {
    script: 'Stop!\n\nYou sleep wrong.\n\nCold room.\n\nDark room too.',
    leftOut: { field: 7 },
  }
  expect(readJson(JSON.stringify(json))).toEqual(expected)
  expect(readJson(`\`\`\`json\n${JSON.stringify(json, null, 2)}\n\`\`\``)).toEqual(expected)
})

test.each([
  'Hello.',
  '"Hello there," he said.',
  '"Hello there."',
  '[pause] Hi.',
  '{ "script": "broken }',
  '{"a": 1}',
  '[1, 2]',
  '{curly}',
])('no JSON that holds a script: %s', (text) => {
  expect(readJson(text)).toBeUndefined()
})

test('a document that is nested without end is no script', () => {
  expect(readJson(`${'['.repeat(5000)}"deep words"${']'.repeat(5000)}`)).toBeUndefined()
})
