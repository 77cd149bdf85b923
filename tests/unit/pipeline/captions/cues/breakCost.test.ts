import { expect, test } from 'vitest'
import { breakCost, endsSentence } from '#pipeline/captions/cues/breakCost.ts'
import { cutUnits } from '#pipeline/captions/cues/cutUnits.ts'
import { timedWords } from '#tests/fakes/media/timedWords.ts'

const cost = (pair: string) => {
  const [before, after] = cutUnits(timedWords(pair))
  return breakCost(before!, after!)
}

test.each(['said. Then', 'said!” Then', 'said? Then', '“Said.” Then', '今天。 然后'])('%s: a sentence ends', (pair) => {
  expect(cost(pair)).toBe(0)
})

test.each(['said, then', 'said; then', 'here: then'])('%s: a clause ends', (pair) => {
  expect(cost(pair)).toBe(0.5)
})

test.each(['the market', 'a man', 'An apple', 'die Arbeit', 'le monde', 'un libro', 'the “market”', 'ο κόσμος'])(
  '%s: an article is the last thing to stand at a line’s end',
  (pair) => {
    expect(cost(pair)).toBeGreaterThan(10)
  },
)

test.each([
  'of markets',
  'to sell',
  'and Tim',
  'your house',
  'Dr. Smith',
  'J. Smith',
  'U.S. Senate',
  'New York',
  '3.5 million',
  '$ 100',
  'May 5',
  '5 May',
  '12. Mai',
  '3 millions',
  '3 milliards',
  '3 apples',
  'is not',
  'в Москве',
  'في السوق',
  'של השוק',
  'बाज़ार में',
  'आपका है',
  'на рынок',
])('%s: the two belong together', (pair) => {
  expect(cost(pair)).toBeGreaterThanOrEqual(6)
})

test('a dash never begins a line', () => {
  const [before, after] = [{ text: 'well.' }, { text: '—' }].map((unit, word) => ({
    ...unit,
    word,
    start: 0,
    end: 0,
    spaced: true,
  }))
  expect(breakCost(before!, after!)).toBe(10)
})

test('before a new thought a break costs less than elsewhere', () => {
  expect(cost('waits because')).toBeLessThan(cost('waits slowly'))
})

test('a title’s full stop ends no sentence', () => {
  const ends = (text: string) => {
    const [word, next] = cutUnits(timedWords(text))
    return endsSentence(word!, next)
  }
  expect(ends('Dr. Smith')).toBe(false)
  expect(ends('e.g. Apples')).toBe(false)
  expect(ends('U.S. Army')).toBe(false)
  expect(ends('market. Then')).toBe(true)
  expect(ends('12. Mai')).toBe(false)
  expect(ends('3. und')).toBe(false)
  expect(ends('12. Then')).toBe(true)
  expect(ends('12.')).toBe(true)
  expect(ends('really?!')).toBe(true)
})
