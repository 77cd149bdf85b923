import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import type { Piece, SetPiece, TypeStyle } from '#ports/Typesetter.ts'

const type = openTypesetter(join(import.meta.dirname, '../../../../assets/fonts'))
const style: TypeStyle = { face: 'Montserrat', size: 100, direction: 'ltr' }
const pieces = (text: string): Piece[] => text.split(' ').map((word, index) => ({ text: word, spaced: index > 0 }))
const set = (text: string, more: Partial<TypeStyle> = {}) => type.setLine(pieces(text), { ...style, ...more })
const xs = (piece: SetPiece) =>
  piece.path.flatMap((step) => step.slice(1).filter((_, index) => index % 2 === 0) as number[])

test('words stand from left to right with a space between', () => {
  const { pieces: words, width, missing } = set('Apple reported earnings')
  expect(missing).toEqual([])
  expect(words[0]!.left).toBe(0)
  expect(words[1]!.left).toBeGreaterThan(words[0]!.right + 15)
  expect(words[2]!.left).toBeGreaterThan(words[1]!.right + 15)
  expect(words[2]!.right).toBeCloseTo(width)
  for (const word of words) {
    expect(Math.min(...xs(word))).toBeGreaterThan(word.left - 12)
    expect(Math.max(...xs(word))).toBeLessThan(word.right + 12)
  }
})

test('widths grow with the size, and pairs of letters are kerned', () => {
  expect(set('Market', { size: 200 }).width).toBeCloseTo(2 * set('Market').width)
  expect(set('AVATAR').width).toBeLessThan([...'AVATAR'].reduce((sum, letter) => sum + set(letter).width, 0) - 5)
})

test('right-to-left words stand from right to left, Latin and numbers among them read on', () => {
  const { pieces: words } = set('مرحبا بكم iPhone 15 اليوم', { direction: 'rtl' })
  const [hello, you, phone, fifteen, today] = words.map((word) => word.left)
  expect(hello).toBeGreaterThan(you!)
  expect(you).toBeGreaterThan(fifteen!)
  expect(fifteen).toBeGreaterThan(phone!)
  expect(phone).toBeGreaterThan(today!)
})

test('Arabic letters join: the word is narrower than its letters alone', () => {
  const word = 'تحديث'
  const apart = [...word].reduce((sum, letter) => sum + set(letter, { direction: 'rtl' }).width, 0)
  expect(set(word, { direction: 'rtl' }).width).toBeLessThan(apart * 0.9)
})

test.each([
  ['Greek', 'Ελληνικά'],
  ['Cyrillic', 'Привет'],
  ['Hindi', 'नमस्ते'],
  ['Thai', 'สวัสดี'],
  ['Chinese', '欢迎收看市场更新。'],
  ['traditional Chinese', '歡迎收看'],
  ['Japanese', 'こんにちは世界'],
  ['Korean', '안녕하세요'],
  ['Vietnamese', 'Việt'],
  ['Turkish', 'İstanbul ğış'],
])('%s is set from the shipped fonts', (_language, text) => {
  for (const face of ['Montserrat', 'Anton', 'Inter', 'Newsreader'] as const) {
    const line = set(text, { face })
    expect(line.missing).toEqual([])
    expect(line.width).toBeGreaterThan(100)
  }
})

test('emoji are painted in their colours, sequences as one picture', () => {
  const { pieces: words, missing } = set('🔥 👍🏽 🇩🇪 1️⃣ ❤')
  expect(missing).toEqual([])
  for (const word of words) {
    expect(word.path).toEqual([])
    expect(new Set(word.emoji.map((layer) => layer.colour)).size).toBeGreaterThan(0)
    expect(word.right - word.left).toBeCloseTo(words[0]!.right - words[0]!.left)
  }
  expect(words[2]!.emoji.map((layer) => layer.colour)).toContain('#dd0000')
})

test('what no font has is reported and left out, never drawn as a box', () => {
  const { pieces: words, missing } = set('𝔘 fine \u{f8ff}x')
  expect(missing).toEqual(['𝔘', '\u{f8ff}'])
  expect(words[0]).toEqual({ left: 0, right: 0, path: [], emoji: [] })
  expect(words[2]!.path).toEqual(set('fine x').pieces[1]!.path.map(() => expect.anything()))
})

test('a tag, a brace and a backslash are letters like others', () => {
  const { pieces: words, missing } = set('{\\b1} \\N \\{')
  expect(missing).toEqual([])
  for (const word of words) expect(word.path.length).toBeGreaterThan(8)
})

test('joiners and marks of direction need no glyph', () => {
  expect(set('a\u200db\u200f\u2060c').missing).toEqual([])
})

test('heights are those of the face', () => {
  const { capital, ascent, descent } = type.heights(style)
  expect(capital).toBeCloseTo(70)
  expect(ascent).toBeGreaterThan(capital)
  expect(descent).toBeGreaterThan(10)
})
