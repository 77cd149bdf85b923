import { expect, test } from 'vitest'
import { baseLanguage } from '#shared/languageTag.ts'

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['pt_BR', 'pt'],
  ['EN-gb', 'en'],
  ['cmn-Latn-pinyin', 'cmn'],
  ['en-scotland', 'en'],
])('%s is %s', (tag, language) => {
  expect(baseLanguage(tag)).toBe(language)
})
