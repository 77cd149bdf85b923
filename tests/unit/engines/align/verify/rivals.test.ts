import { expect, test } from 'vitest'
import type { WordReadings } from '#engines/align/lattice.ts'
import { rivalsOf } from '#engines/align/verify/rivals.ts'

/** A word of two phones, which are its name and the same in capitals. */
const word = (name: string, at: number): WordReadings => {
  const phones = [name, name.toUpperCase()].map((phone, i) => ({
    name: phone,
    start: at + i / 10,
    end: at + (i + 1) / 10,
  }))
  return { readings: [[phones]], open: false }
}
const silent: WordReadings = { readings: [], open: false }
const said = (words: readonly WordReadings[]) =>
  words
    .map(({ readings }) =>
      readings[0]!
        .flat()
        .map((phone) => phone.name)
        .join(''),
    )
    .join(' ')

test('parts of a text, the text again, and its sounds the other way round', () => {
  const rivals = rivalsOf([word('a', 0), silent, ...['b', 'c', 'd', 'e', 'f'].map((name, i) => word(name, i + 1))])
  expect(rivals.map(({ words, lacks, times }) => [said(words), lacks ?? times])).toEqual([
    ['aA bB', [3, 7]],
    ['aA bB cC', [4, 7]],
    ['aA bB cC dD', [5, 7]],
    ['dD eE fF', [0, 4]],
    ['cC dD eE fF', [0, 3]],
    ['aA bB eE fF', [3, 5]],
    ['aA bB cC dD eE fF aA bB cC dD eE fF', 2],
    ['aA bB cC dD eE fF aA bB cC dD eE fF aA bB cC dD eE fF', 3],
    ['fF eE dD cC bB aA', undefined],
    ['Ff Ee Dd Cc Bb Aa', undefined],
  ])
})
test('a single word has no parts', () => {
  expect(rivalsOf([word('a', 0)]).map(({ words }) => said(words))).toEqual(['aA aA', 'aA aA aA', 'aA', 'Aa'])
})
