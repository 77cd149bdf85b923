import { expect, test } from 'vitest'
import { tokensOf } from '#engines/speech/natural/phonemes/kokoroTokens.ts'

test('signs are the tokens of the model’s vocabulary, stresses among them', () => {
  expect(tokensOf('həlˈO, wˈɜɹld!')).toEqual([50, 83, 54, 156, 31, 3, 16, 65, 156, 87, 123, 54, 46, 5])
})

test('a tap and a glottal stop are the tokens that the model was trained with', () => {
  expect(tokensOf('sˈɪɾi')).toEqual(tokensOf('sˈɪ').concat(36, 51))
  expect(tokensOf('bˈʌʔn')).toEqual(tokensOf('bˈʌtn'))
})

test('what the model has no token for is left out', () => {
  expect(tokensOf('a你✓b')).toEqual(tokensOf('ab'))
})
