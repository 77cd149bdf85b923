import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transliterate } from '#engines/flite/transliterate.ts'

test.each([
  ['Müller aß Crème brûlée', 'Muller ass Creme brulee'],
  ['“Łódź” – it’s…', '"Lodz" - it\'s...'],
  ['Привет, Ёжик', 'Privet, Ezhik'],
  ['Ελλάδα', 'Ellada'],
  ['Щука Þór', 'Shchuka Thor'],
  ['𝐁𝐨𝐥𝐝 ｆｕｌｌ', 'Bold full'],
  ['你好 مرحبا 🎉', '  '],
])('%s becomes %s', (written, plain) => {
  expect(transliterate(written)).toBe(plain)
})

test('whatever comes in, printable ASCII comes out', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[\x20-\x7e]*$/.test(transliterate(text))))
})
