import { expect, test } from 'vitest'
import { plainText } from '#engines/speech/system/plainText.ts'

test('nothing in a text is a command to a program', () => {
  expect(plainText('[[slnc 500]] Hello [[[x]]]')).toBe('[ [slnc 500]] Hello [ [ [x]]]')
  expect(plainText('\u0001+20S fast \u001b[31m\u0000')).toBe(' +20S fast  [31m ')
  expect(plainText('lost \ud83d half')).toBe('lost \ufffd half')
})

test('what people write stays as it is', () => {
  const text = '-v is no option; <b>5 > 3</b> & [SFX]\n\tZweite Zeile, größer.'
  expect(plainText(text)).toBe(text)
})
