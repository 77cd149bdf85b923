import { expect, test } from 'vitest'
import { otherReadings } from '#engines/align/readings/otherReadings.ts'

test.each([
  ['2019,', '', ['two thousand nineteen', 'two thousand and nineteen', 'twenty nineteen', 'two zero one nine']],
  ['14,302', '', ['fourteen thousand three hundred two', 'fourteen thousand three hundred and two']],
  ['$2.5', 'million', ['two point five', 'dollars two point five', 'two and a half']],
  ['$4.99', '', ['four dollars ninety nine cents', 'four dollars and ninety nine cents', 'four ninety nine']],
  ['£12,000', '', ['twelve thousand pounds', 'pounds twelve thousand']],
  ['3:45', '', ['three forty five', 'a quarter to four', 'fifteen to four']],
  ['14:30', '', ['fourteen thirty', 'two thirty', 'half past two']],
  ['101', '', ['one hundred one', 'one oh one', 'one zero one', 'a hundred and one']],
  ['50%', '', ['fifty percent']],
  ['5th', '', ['fifth', 'the fifth']],
  ['1/2', '', ['half', 'a half', 'one over two']],
  ['10-15', '', ['ten to fifteen', 'between ten and fifteen']],
  ['1990s', '', ['nineteen nineties']],
  ['2024-03-05', '', ['march fifth twenty twenty four', 'the fifth of march twenty twenty four']],
  ['36°C', '', ['thirty six degrees', 'thirty six centigrade']],
  ['e.g.', '', ['for example']],
  ['CEO', '', ['chief executive officer', 'c e o']],
])('English %s may be read as %s %s', (word, next, readings) => {
  expect(otherReadings(word, next, 'en')).toEqual(expect.arrayContaining(readings))
})

test.each(['house', 'well-known', "don't", 'I', '—', 'constructor'])('English %s has one reading only', (word) => {
  expect(otherReadings(word, '', 'en')).toEqual([])
})

test.each([
  ['2019', ['zwei tausend neunzehn', 'zwanzig neunzehn']],
  ['1871', ['achtzehn hundert ein und siebzig']],
  ['14.302', ['vierzehn tausend drei hundert zwei']],
  ['2,5', ['zwei komma fünf', 'zwei einhalb']],
  ['4,99€', ['vier euro neun und neunzig']],
  ['14:30', ['vierzehn uhr dreißig', 'halb drei']],
  ['BMW', ['b m w', 'bmw']],
])('German %s may be read as %s', (word, readings) => {
  expect(otherReadings(word, '', 'de')).toEqual(expect.arrayContaining(readings))
})

test.each([
  ['2019', ['dos mil diecinueve', 'veinte diecinueve']],
  ['14.302', ['catorce mil trescientos dos']],
  ['2,5', ['dos coma cinco', 'dos y medio']],
  ['14:30', ['catorce treinta', 'dos y media']],
  ['50%', ['cincuenta por ciento']],
])('Spanish %s may be read as %s', (word, readings) => {
  expect(otherReadings(word, '', 'es')).toEqual(expect.arrayContaining(readings))
})

test('a language without ways of its own has one reading only', () => {
  expect(otherReadings('2019', '', 'fr')).toEqual([])
})
