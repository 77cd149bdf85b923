import { expect, test } from 'vitest'
import { de } from '#renderer/strings/de.ts'
import { en } from '#renderer/strings/en.ts'
import { moment, money, shortTime, size } from '#renderer/strings/format.ts'

test('times for people', () => {
  expect([0.2, 8.4, 59.4, 59.6, 64, 3661].map(shortTime)).toEqual(['1 s', '8 s', '59 s', '1:00', '1:04', '1:01:01'])
})

test('what costs less than a cent is not shown as nothing', () => {
  expect([0, 0.002, 0.01, 1.5].map((value) => money(value, en))).toEqual(['$0.00', '< $0.01', '$0.01', '$1.50'])
})

test('sizes in the reader’s own numbers', () => {
  expect(size(12_840_000, en)).toBe('12.8 MB')
  expect(size(12_840_000, de)).toBe('12,8 MB')
  expect(size(512, en)).toBe('512 byte')
})

test('today and yesterday by name, other days by date', () => {
  const now = new Date(2026, 10, 23, 9, 0)
  const at = (day: number) => new Date(2026, 10, day, 14, 5).toISOString()
  expect(moment(at(23), en, now)).toMatch(/^Today, /)
  expect(moment(at(22), en, now)).toMatch(/^Yesterday, /)
  expect(moment(at(20), en, now)).toMatch(/^Nov 20, 2026, /)
})
