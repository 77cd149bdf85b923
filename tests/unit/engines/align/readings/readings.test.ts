import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardinal as englishCardinal } from '#engines/align/readings/englishNumbers.ts'
import { englishReadings } from '#engines/align/readings/englishReadings.ts'
import { cardinal as germanCardinal } from '#engines/align/readings/germanNumbers.ts'
import { germanPhones } from '#engines/align/readings/germanPhones.ts'
import { germanReadings } from '#engines/align/readings/germanReadings.ts'
import { cardinal as spanishCardinal } from '#engines/align/readings/spanishNumbers.ts'
import { spanishPhones } from '#engines/align/readings/spanishPhones.ts'
import { spanishReadings } from '#engines/align/readings/spanishReadings.ts'
import { plainPhones } from '#engines/flite/plainPhones.ts'

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
  ['2024-03-05', '', ['March fifth twenty twenty four', 'the fifth of March twenty twenty four']],
  ['36°C', '', ['thirty six degrees', 'thirty six centigrade']],
  ['e.g.', '', ['for example']],
  ['CEO', '', ['chief executive officer', 'c e o']],
])('English %s may be read as %s %s', (word, next, readings) => {
  expect(englishReadings(word, next)).toEqual(expect.arrayContaining(readings))
})

test.each(['house', 'well-known', "don't", 'I', '—', 'constructor'])('English %s has one reading only', (word) => {
  expect(englishReadings(word, '')).toEqual([])
})

test.each([
  ['2019', ['zwei tausend neunzehn', 'zwanzig neunzehn']],
  ['1871', ['achtzehn hundert ein und siebzig']],
  ['14.302', ['vierzehn tausend drei hundert zwei']],
  ['2,5', ['zwei Komma fünf', 'zwei einhalb']],
  ['4,99€', ['vier Euro neun und neunzig']],
  ['14:30', ['vierzehn Uhr dreißig', 'halb drei']],
  ['z.B.', ['zum Beispiel']],
  ['BMW', ['be emm we']],
])('German %s may be read as %s', (word, readings) => {
  expect(germanReadings(word, '')).toEqual(expect.arrayContaining(readings))
})

test.each([
  ['2019', ['dos mil diecinueve', 'veinte diecinueve']],
  ['14.302', ['catorce mil trescientos dos']],
  ['2,5', ['dos coma cinco', 'dos y medio']],
  ['14:30', ['catorce treinta', 'dos y media']],
  ['50%', ['cincuenta por ciento']],
])('Spanish %s may be read as %s', (word, readings) => {
  expect(spanishReadings(word)).toEqual(expect.arrayContaining(readings))
})

test('no two numbers are read alike', () => {
  const number = fc.integer({ min: 0, max: 999_999_999 })
  for (const cardinal of [englishCardinal, germanCardinal, spanishCardinal])
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(cardinal(a) === cardinal(b)).toBe(a === b)
        expect(cardinal(a)).toMatch(/^\p{L}+( \p{L}+)*$/u)
      }),
    )
})

test.each([
  ['Straße', 'sh t r aa1 s ax0'],
  ['Geschwindigkeit', 'g ax0 sh v ih1 n d ih0 k k ay0 t'],
  ['über', 'uw1 b er0'],
])('German %s sounds like %s', (word, phones) => {
  expect(germanPhones(word)).toBe(phones)
})

test.each([
  ['contraseña', 'k ow0 n t r aa0 s eh1 n y aa0'],
  ['después', 'd eh0 s p w eh1 s'],
  ['lápiz', 'l aa1 p iy0 th'],
])('Spanish %s sounds like %s', (word, phones) => {
  expect(spanishPhones(word)).toBe(phones)
})

// Any other would make Flite complain where its answer is expected.
const known = new Set(
  'aa ae ah ao aw ax ay eh er ey ih iy ow oy uh uw'
    .split(' ')
    .flatMap((vowel) => (vowel === 'ax' ? ['ax0'] : [`${vowel}0`, `${vowel}1`]))
    .concat('b ch d dh f g hh jh k l m n ng p r s sh t th v w y z zh'.split(' ')),
)
test('whatever is spelled, the phones are Flite’s', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüßñáéíóúüçøłżшщяж') })
  for (const pronounce of [germanPhones, spanishPhones, plainPhones])
    fc.assert(
      fc.property(letters, (word) => {
        for (const phone of pronounce(word).split(' ').filter(Boolean)) expect(known).toContain(phone)
      }),
    )
})
