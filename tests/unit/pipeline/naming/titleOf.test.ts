import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleOf } from '#pipeline/naming/titleOf.ts'

test('the first sentence is the title, without its full stop', () => {
  expect(titleOf("Welcome to today's market update. Tech stocks are rallying.")).toBe(
    "Welcome to today's market update",
  )
  expect(titleOf('Is it over? Not yet.')).toBe('Is it over?')
})

test('a long sentence is cut between words', () => {
  const title = titleOf(`${'growth '.repeat(30)}stops.`)
  expect(title).toMatch(/^(growth )+growth…$/)
  expect(title.length).toBeLessThanOrEqual(74)
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
