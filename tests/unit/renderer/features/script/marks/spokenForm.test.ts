import { expect, test } from 'vitest'
import { wordsAt } from '#renderer/features/script/marks/editMarks.ts'
import { spokenForm } from '#renderer/features/script/marks/spokenForm.ts'

const list = [{ written: 'Nguyen', said: 'win' }]
const spoken = (marked: string) => {
  const at = marked.indexOf('|')
  const text = marked.replace('|', '')
  return spokenForm(text, wordsAt(text, { from: at, to: at })!, list)
}

test.each([
  ['It cost |$5.2M last year.', 'five point two million dollars'],
  ['[title: A]\n**It** cost [pause 1s] “$5.|2M” last year.', 'five point two million dollars'],
  ['Das kostet |5,2 und nicht mehr als das.', 'fünf komma zwei'],
  ['We met Dr. Ngu|yen.', 'win'],
  ['We met [Li|am](say: lee am) there.', 'lee am'],
  ['It is **1|2** of them.', 'twelve'],
])('%j is said %j', (marked, expected) => {
  expect(spoken(marked)).toBe(expected)
})
