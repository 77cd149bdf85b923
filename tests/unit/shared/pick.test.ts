import { expect, test } from 'vitest'
import { ownValue, pick } from '#shared/pick.ts'

test('what is named is there, and nothing else', () => {
  const from = { one: 1, two: () => 2, three: undefined }
  expect(pick(from, ['one', 'three'])).toEqual({ one: 1, three: undefined })
  expect(pick(from, ['two']).two).toBe(from.two)
  // @ts-expect-error: it has no such member
  expect(pick(from, ['four'])).toEqual({ four: undefined })
})

test('a value is the record’s own, whatever it is called', () => {
  expect(['a', 'constructor', '__proto__'].map((name) => ownValue({ a: 1 }, name))).toEqual([1, undefined, undefined])
})
