import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '#files/decodeText.ts'

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const script = 'Größe über alles: 15 € — pause — “naïve”\nZweite Zeile'

test.each([
  ['UTF-8', Buffer.from(script)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${script}`)],
  ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${script}`, 'utf16le')],
  ['UTF-16 BE with a mark', utf16be(`\uFEFF${script}`)],
  ['UTF-16 LE', Buffer.from(script, 'utf16le')],
  ['UTF-16 BE', utf16be(script)],
  ['Windows line breaks', Buffer.from(script.replace('\n', '\r\n'))],
  ['old Mac line breaks', Buffer.from(script.replace('\n', '\r'))],
])('reads %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(script)
})

test('reads Windows-1252, its upper controls included', () => {
  const bytes = Buffer.from([0x80, 0x20, 0x97, 0x20, 0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x92, 0x85, 0x9f, 0x8a])
  expect(decodeText(bytes)).toBe('€ — “café”’…ŸŠ')
})

test('reads unmarked UTF-16 in other scripts', () => {
  const text = '市場は今日、上昇しました。 3 %\n次の話題です。'
  expect(decodeText(Buffer.from(text, 'utf16le'))).toBe(text)
  expect(decodeText(utf16be(text))).toBe(text)
})

test.each([
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
  ['a ZIP or Word file', Buffer.from('504b03041400000008000000', 'hex')],
  ['zeros', Buffer.alloc(64)],
  ['controls', Buffer.from([0x41, 0x01, 0x42])],
  ['a PDF', Buffer.from('%PDF-1.7\nwords')],
  ['an RTF file', Buffer.from('{\\rtf1\\ansi words}')],
  ['a web page', Buffer.from('\n<!DOCTYPE html><p>words</p>')],
])('takes %s for no text', (_, bytes) => {
  expect(decodeText(bytes)).toBeNull()
})

test('property: any text survives UTF-8, and UTF-16 with a mark', () => {
  const plain = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !/[\p{Cc}\uFEFF]/u.test(text) && !text.startsWith('%') && !text.startsWith('{'))
  fc.assert(
    fc.property(plain, (text) => {
      expect(decodeText(Buffer.from(text))).toBe(text)
      expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text)
      expect(decodeText(utf16be(`\uFEFF${text}`))).toBe(text)
    }),
  )
})

test('property: English text survives UTF-16 without a mark', () => {
  const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => !/^[%{<\s]/.test(text))
  fc.assert(
    fc.property(ascii, (text) => {
      expect(decodeText(Buffer.from(text, 'utf16le'))).toBe(text)
      expect(decodeText(utf16be(text))).toBe(text)
    }),
  )
})
