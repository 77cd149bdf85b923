import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from '#engines/speech/openai/answer/readText.ts'
import { encodePcm16 } from '#shared/wav.ts'

const kindOf = (text: string) => readText(Buffer.from(text))?.kind

test.each([
  ['{"a":1}', 'json'],
  ['  [1]', 'json'],
  ['null', 'json'],
  ['<html><title>x</title></html>', 'page'],
  ['data: {"x":1}', 'events'],
  ['Internal Server Error\n', 'text'],
  ['Größe: ungültig', 'text'],
])('%s is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test('a page is told by its title, or its heading', () => {
  expect(readText(Buffer.from('<head><title>Sign in</title><body><h1>Hi'))).toMatchObject({ text: 'Sign in' })
  expect(readText(Buffer.from('<body><h1>Hi</h1>'))).toMatchObject({ text: 'Hi' })
})

test('text that is cut within a letter, as where only its beginning is looked at, is text', () => {
  expect(kindOf('é'.repeat(2000).slice(1))).toBe('text')
})

test('samples are no text', () => {
  const tones = fc.tuple(fc.integer({ min: 2, max: 200 }), fc.double({ min: 0.001, max: 1, noNaN: true }))
  fc.assert(
    fc.property(tones, ([period, level]) => {
      const tone = Float32Array.from({ length: 2000 }, (_, at) => level * Math.sin((2 * Math.PI * at) / period))
      expect(readText(encodePcm16(tone))).toBeUndefined()
    }),
  )
})
