import { expect, test } from 'vitest'
import { makeScript, type Script } from '#engines/align/readings/makeScript.ts'

/** What the reference voice is given for each reading of a word. */
const readingsOf = ({ spoken, words }: Script, word: number) =>
  words[word]!.readings.map((entries) =>
    entries.map((entry) => spoken.fed.slice(...spoken.words[entry]!.fed!)).join(' '),
  )

test('a word keeps its own place; the words of its other readings follow the text, each once', () => {
  const script = makeScript(['In', '2019', 'then', '2020'], 'en')
  expect(script.spoken.fed).toMatch(/^in twenty nineteen then twenty twenty two thousand nineteen and/)
  expect(script.words[0]).toEqual({ readings: [[0]], open: false })
  expect(script.words[1]!.open).toBe(true)
  expect(readingsOf(script, 1).slice(0, 4)).toEqual([
    'twenty nineteen',
    'two thousand nineteen',
    'two thousand and nineteen',
    'two zero one nine',
  ])
  const parts = script.spoken.fed.slice('in twenty nineteen then twenty twenty '.length).split(' ')
  expect(new Set(parts).size).toBe(parts.length)
  expect(script.lexicon.size).toBe(0)
})

test('letters that are spelled stay together', () => {
  const { spoken, lexicon, words } = makeScript(['the', 'CIA'], 'en')
  expect(spoken.fed).toBe('the c i baban cia')
  expect([...lexicon]).toEqual([['baban', 'ey1']])
  expect(words[1]!.readings).toEqual([[1], [2]])
})

test('a currency that is said after the next word may be left out there', () => {
  expect(readingsOf(makeScript(['$2.5', 'million', 'for'], 'en'), 1)).toEqual(['million dollars', 'million'])
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
