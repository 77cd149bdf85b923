import { expect, test } from 'vitest'
import { isRight, readingCases, readingsLeft } from '#tests/bench/reading/cases.ts'

/** Least share of the public cases that must be right. */
const reach: [language: string, share: number][] = [['en', 0.9]]

test.each(reach)('%s: the public cases are right, but for those that are left on purpose', (language, share) => {
  const cases = readingCases(language)
  const wrong = cases.filter((each) => !isRight(each, language)).map(({ written }) => written)
  const left = readingsLeft(language)
  expect(new Set(wrong)).toEqual(new Set(left.keys()))
  expect([...left.values()].every((reason) => reason.length > 10)).toBe(true)
  expect(1 - wrong.length / cases.length).toBeGreaterThanOrEqual(share)
})
