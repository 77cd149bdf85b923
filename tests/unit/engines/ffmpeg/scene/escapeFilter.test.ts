import { expect, test } from 'vitest'
import { escapeFilter } from '#engines/ffmpeg/scene/escapeFilter.ts'

test('a plain path stays as it is', () => {
  expect(escapeFilter('/home/me/captions.ass')).toBe('/home/me/captions.ass')
})

test('a drive letter is escaped for the option and once more for the graph', () => {
  expect(escapeFilter('C:/a.ass')).toBe('C\\\\:/a.ass')
})

test('what separates filters is escaped for the graph only', () => {
  expect(escapeFilter('a,b[c];d')).toBe('a\\,b\\[c\\]\\;d')
})

test('a quote is escaped twice', () => {
  expect(escapeFilter("it's")).toBe("it\\\\\\'s")
})
