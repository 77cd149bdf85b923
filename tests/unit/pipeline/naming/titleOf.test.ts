import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleOf } from '#pipeline/naming/titleOf.ts'

test('the first sentence is the title, without its full stop', () => {
  expect(titleOf("Welcome to today's market update. Tech stocks are rallying.")).toBe(
    "Welcome to today's market update",
  )
  expect(titleOf('Is it over? Not yet.')).toBe('Is it over?')
})

test.each([
  ['Dr. Smith says an apple a day works.', 'Dr. Smith says an apple a day works'],
  ['1. Wake up early and drink water. Then run.', 'Wake up early and drink water'],
  ['2) Go to bed. Now.', 'Go to bed'],
  ['1. First: wake up early. 2. Then run.', 'First: wake up early'],
  ['Mr. Beast gave away a million dollars!', 'Mr. Beast gave away a million dollars!'],
  ['C++ vs. C#: which one wins? Both.', 'C++ vs. C#: which one wins?'],
  ['C++ vs. Rust. Both win.', 'C++ vs. Rust'],
  ['Visit example.com/a?b=c today. Or not.', 'Visit example.com/a?b=c today'],
  ['Take fruit, e.g. Apples. Eat.', 'Take fruit, e.g. Apples'],
  ['J. K. Rowling sold 3.5 million. Wow.', 'J. K. Rowling sold 3.5 million'],
  ['He left the U.S.', 'He left the U.S.'],
  ['Obst, z. B. Äpfel, ist gesund. Ja.', 'Obst, z. B. Äpfel, ist gesund'],
  ['Nr. 5 lebt. Ja.', 'Nr. 5 lebt'],
  ['3. Oktober ist Feiertag in der Republik. Ja.', '3. Oktober ist Feiertag in der Republik'],
  ['42', '42'],
  ['1. 2. 3.', '1. 2. 3'],
  ['Soit 1\u202f234,50\u00a0€. Vraiment\u00a0?', 'Soit 1\u202f234,50\u00a0€'],
])('the title of %j is %j', (text, title) => {
  expect(titleOf(text)).toBe(title)
})

test('a long sentence is cut between words', () => {
  const title = titleOf(`${'growth '.repeat(30)}stops.`)
  expect(title).toMatch(/^(growth )+growth…$/)
  expect(title.length).toBeLessThanOrEqual(74)
})

test('an address that is longer than a title is cut at one of its separators', () => {
  expect(titleOf(`Visit https://www.example.com/a/very/long/path/that/${'never'.repeat(20)}?ends today.`)).toBe(
    'Visit https://www.example.com/a/very/long/path/that…',
  )
})

test('a long text without spaces is cut between letters', () => {
  expect(titleOf('市場'.repeat(80))).toBe(`${'市場'.repeat(18)}…`)
})

test('a title is one line, and never longer than it may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const title = titleOf(text)
      expect(title).not.toContain('\n')
      expect(title.length).toBeLessThanOrEqual(74)
    }),
  )
})

test('a sentence of signs alone is no title', () => {
  expect(titleOf('🔥🔥\n\nHello there. Bye.')).toBe('Hello there')
  expect(titleOf('🔥')).toBe('🔥')
})
