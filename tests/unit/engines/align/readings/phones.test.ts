import fc from 'fast-check'
import { expect, test } from 'vitest'
import { germanPhones } from '#engines/align/readings/germanPhones.ts'
import { spanishPhones } from '#engines/align/readings/spanishPhones.ts'
import { plainPhones } from '#engines/flite/plainPhones.ts'

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
