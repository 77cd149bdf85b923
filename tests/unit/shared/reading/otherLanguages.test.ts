import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languageOf } from '#shared/reading/languages.ts'
import { readWords } from '#shared/reading/readWords.ts'

const say = (text: string, language: string) =>
  readWords(text.split(/\s+/), language)
    .words.flatMap(({ spoken }) => spoken.map((word) => word.text))
    .join(' ')

test.each([
  [
    'fr',
    'Il coûte 1 234,50 € soit 71 % de 200',
    'il coûte mille deux cent trente quatre euros cinquante centimes soit soixante et onze pour cent de deux cents',
  ],
  [
    'fr',
    '2 millions €, 21 heures, 14h30, le 1er mai 2024',
    "deux millions d'euros vingt et une heures quatorze heures trente le premier mai deux mille vingt quatre",
  ],
  [
    'it',
    'Costa 19,99 € per 21 persone e 1.000.000 di volte',
    'costa diciannove euro novantanove centesimi per ventuno persone e un milione di volte',
  ],
  ['it', '28 e 1961, 2,5 milioni', 'ventotto e mille novecento sessantuno due virgola cinque milioni'],
  [
    'pt',
    'Custa R$ 1.234,56 e 21 pessoas',
    'custa mil duzentos e trinta e quatro reais e cinquenta e seis centavos e vinte e uma pessoas',
  ],
  ['pt', '3 milhões de reais, 2.100', 'três milhões de reais dois mil e cem'],
])('%s: %s is said as %s', (language, written, spoken) => {
  expect(say(written, language)).toBe(spoken)
})

test.each(['en', 'de', 'es', 'fr', 'it', 'pt'])('%s: no two numbers are read alike', (language) => {
  const { cardinal } = languageOf(language).numbers
  const number = fc.bigInt({ min: 0n, max: 10n ** 14n })
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(cardinal(a, 'alone') === cardinal(b, 'alone')).toBe(a === b)
      expect(cardinal(a, 'alone')).toMatch(/^\p{L}+([ -]\p{L}+)*$/u)
    }),
  )
})
