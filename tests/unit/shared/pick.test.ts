import { expect, test } from 'vitest'
import { pick } from '#shared/pick.ts'

test('what is named is there, and nothing else', () => {
  const from = { one: 1, two: () => 2, three: undefined }
  expect(pick(from, ['one', 'three'])).toEqual({ one: 1, three: undefined })
  expect(pick(from, ['two']).two).toBe(from.two)
  // @ts-expect-error: it has no such member
  expect(pick(from, ['four'])).toEqual({ four: undefined })
})
