import { expect, test } from 'vitest'
import { isRight, readingCases, readingsLeft } from '#tests/bench/reading/cases.ts'

test.each<[language: string, share: number]>([
  ['en', 0.9],
  ['de', 0.85],
  ['es', 0.85],
])('%s: the public cases are right, but for those that are left on purpose', (language, share) => {
  const cases = readingCases(language)
  const wrong = cases.filter((each) => !isRight(each, language)).map(({ written }) => written)
  const left = readingsLeft(language)
  expect(new Set(wrong)).toEqual(new Set(left.keys()))
  expect([...left.values()].every((reason) => reason.length > 10)).toBe(true)
  expect(1 - wrong.length / cases.length).toBeGreaterThanOrEqual(share)
})

test.each(['fr', 'it', 'pt'])('%s: numbers and money are right', (language) => {
  const cases = readingCases(language).filter(({ kind }) => ['cardinal', 'decimal', 'money', 'fraction'].includes(kind))
  const wrong = cases.filter((each) => !isRight(each, language)).map(({ written }) => written)
  // A thousand million is a miliardo.
  expect(wrong).toEqual(language === 'it' ? ['3453243534'] : [])
  expect(cases.length).toBeGreaterThan(8)
})
