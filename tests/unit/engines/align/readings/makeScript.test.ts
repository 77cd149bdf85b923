import { expect, test } from 'vitest'
import { makeScript } from '#engines/align/readings/makeScript.ts'

test('a word keeps its own place, and its other readings follow the text', () => {
  const { spoken, words, lexicon } = makeScript(['In', '2019', 'then'], 'en')
  expect(spoken.fed).toMatch(/^In 2019 then two thousand nineteen, /)
  expect(words[0]).toEqual({ readings: [0], open: false })
  expect(words[1]!.readings.length).toBeGreaterThan(2)
  expect(words[1]!.readings[0]).toBe(1)
  expect(words[1]!.open).toBe(true)
  expect(lexicon.size).toBe(0)
})

test('a currency that is said after the next word may be left out there', () => {
  const { spoken, words } = makeScript(['$2.5', 'million', 'for'], 'en')
  const said = words[1]!.readings.map((entry) => spoken.fed.slice(...spoken.words[entry]!.fed!))
  expect(said).toEqual(['million dollars', 'million,'])
})

test('other languages go through made-up words with the sounds of the real ones', () => {
  const { spoken, lexicon, words } = makeScript(['Die', 'Straße,', 'die', 'Straße.'], 'de')
  expect(lexicon.size).toBe(2)
  const [die, street] = [...lexicon.keys()]
  expect(spoken.fed).toBe(`${die} ${street}, ${die} ${street}.`)
  expect([...lexicon.values()]).toEqual(['d iy1', 'sh t r aa1 s ax0'])
  expect(words.every(({ readings }) => readings.length === 1)).toBe(true)
})

test('a word that nobody can read is left open, a mark is not a word', () => {
  const { words } = makeScript(['hello', '你好', '—', '🎉'], 'en')
  expect(words.map(({ readings, open }) => [readings.length, open])).toEqual([
    [1, false],
    [0, true],
    [0, false],
    [0, false],
  ])
})
