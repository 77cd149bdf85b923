import { expect, test } from 'vitest'
import { setTitle } from '#pipeline/captions/setTitle.ts'
import type { Piece, Typesetter } from '#ports/Typesetter.ts'
import { blockType } from '#tests/fakes/media/blockType.ts'

const style = { face: 'Montserrat', size: 100, direction: 'ltr' } as const
/** What is set, line by line, in letters half an em wide. */
function set(text: string, room = { width: 1000, height: 1000, lineHeight: 1.1 }) {
  const said = new Map<unknown, readonly Piece[]>()
  const type: Typesetter = {
    ...blockType,
    setLine(pieces, style) {
      const line = blockType.setLine(pieces, style)
      said.set(line, pieces)
      return line
    },
  }
  const { lines, size } = setTitle(text, style, room, type)
  const words = lines.map((line) =>
    said
      .get(line)!
      .map((piece) => piece.text)
      .join(' '),
  )
  return { lines, size, words }
}

test('a short title is one line in its full size', () => {
  expect(set('Go home')).toMatchObject({ size: 100, words: ['Go home'] })
})

test('a long one is broken evenly where a reader minds least', () => {
  const { words, size } = set('Seven out of ten sectors are in the green')
  expect(words.length).toBeGreaterThan(1)
  expect(size).toBeGreaterThan(75)
  for (const line of words.slice(0, -1)) expect(line).not.toMatch(/\b(the|of|in)$/)
})

test('neither wider nor higher than its room, whatever it takes', () => {
  const text = 'A very long title that says more than anybody would ever want to read twice and once again for luck'
  for (const room of [
    { width: 600, height: 400, lineHeight: 1.1 },
    { width: 1400, height: 90, lineHeight: 1.3 },
    { width: 300, height: 1000, lineHeight: 1.1 },
  ]) {
    const { lines, size } = set(text, room)
    expect(lines.length).toBeLessThanOrEqual(4)
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(room.width + 0.01)
    expect(0.7 * size + (lines.length - 1) * room.lineHeight * size).toBeLessThanOrEqual(room.height + 0.01)
  }
})

test('a word that a line can’t hold is broken, and every piece ends its line', () => {
  const { words, size } = set('Read example.com/guides/how-to/write-scripts today', {
    width: 700,
    height: 1000,
    lineHeight: 1.1,
  })
  expect(words.join('\n').replaceAll('\n', ' ').replace('/ ', '/')).toContain('example.com/')
  expect(words.some((line) => /[/-]$/.test(line))).toBe(true)
  expect(size).toBeGreaterThanOrEqual(60)
  expect(set('Donaudampfschifffahrtsgesellschaft').words).toHaveLength(2)
})
