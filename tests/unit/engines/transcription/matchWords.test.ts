import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchWords } from '#engines/transcription/matchWords.ts'

/** Words of half a second each. */
const heard = (text: string) => text.split(' ').map((word, at) => ({ word, start: 1 + 0.5 * at, end: 1.4 + 0.5 * at }))
const times = (texts: string[], words: ReturnType<typeof heard>) =>
  matchWords(texts, words).words.map(({ start, end }) => [start, end].map((time) => Number(time.toFixed(2))))

test('the same words have the times at which they were heard, whatever their marks and capitals', () => {
  const texts = ['“Never', 'mind,”', 'She', 'said.']
  expect(times(texts, heard('never mind she said'))).toEqual([
    [1, 1.4],
    [1.5, 1.9],
    [2, 2.4],
    [2.5, 2.9],
  ])
  expect(matchWords(texts, heard('never mind she said')).share).toBe(1)
  expect(matchWords(texts, heard('never mind she said')).words.map(({ text }) => text)).toEqual(texts)
})

test('a number that was heard in words has the time of those words; its neighbours keep theirs', () => {
  expect(times(['In', '2019,', 'we', 'left.'], heard('in twenty nineteen we left'))).toEqual([
    [1, 1.4],
    [1.4, 2.5],
    [2.5, 2.9],
    [3, 3.4],
  ])
})

test('several words that were not heard share their time by letters', () => {
  expect(times(['one', 'xx', 'xxxx', 'four'], heard('one 7 four'))).toEqual([
    [1, 1.4],
    [1.4, 1.6],
    [1.6, 2],
    [2, 2.4],
  ])
})

test('Chinese is matched across words that are cut elsewhere', () => {
  const words = ['我的', '祖母', '养', '蜜蜂'].map((word, at) => ({ word, start: at, end: at + 1 }))
  expect(times(['我的祖母，', '养蜜蜂。'], words)).toEqual([
    [0, 2],
    [2, 4],
  ])
})

test('a word that is heard misspelt still counts, another text does not', () => {
  expect(matchWords(['Aberystwyth', 'is', 'far'], heard('aberistwith is far')).share).toBe(1)
  expect(matchWords(['Honey', 'never', 'spoils.'], heard('zug um zug')).share).toBeLessThan(0.5)
  expect(matchWords(['Honey'], []).share).toBe(0)
})

test('emoji and dashes take no time, where they stand', () => {
  expect(times(['one', '🎉', '—', 'two'], heard('one two'))).toEqual([
    [1, 1.4],
    [1.4, 1.4],
    [1.4, 1.4],
    [1.5, 1.9],
  ])
})

test('whatever is heard, every word has its time, in order', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcde1 9—é你🎉'), minLength: 1, maxLength: 6 })
  const sound = fc.record({ word, start: fc.double({ min: 0, max: 60, noNaN: true }), length: fc.nat(3) })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 15 }), fc.array(sound, { maxLength: 15 }), (texts, sounds) => {
      const inOrder = sounds
        .map(({ start, length, ...rest }) => ({ ...rest, start, end: start + length }))
        .sort((a, b) => a.start - b.start)
      const { words, share } = matchWords(texts, inOrder)
      expect(words.map(({ text }) => text)).toEqual(texts)
      expect(share).toBeLessThanOrEqual(1)
      let now = 0
      for (const { start, end } of words) {
        expect(start).toBeGreaterThanOrEqual(now)
        expect(end).toBeGreaterThanOrEqual(start)
        now = end
      }
    }),
  )
})
