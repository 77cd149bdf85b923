import { expect, test } from 'vitest'
import { judge } from '#engines/align/verify/verdict.ts'

const fine = { margin: 0.1, confidence: 0.9, scatter: 0.2 }

test.each([
  ['passed', fine, 12],
  ['failed', { ...fine, margin: -0.006 }, 12],
  ['unsure', { ...fine, margin: -0.004 }, 12],
  ['passed', { ...fine, margin: 0.02 }, 12],
  ['passed', { ...fine, margin: 0.05 }, 20],
  ['unsure', { ...fine, margin: 0.02 }, 20],
  ['failed', { ...fine, confidence: 0.39 }, 12],
  ['unsure', { ...fine, confidence: 0.45 }, 12],
  ['failed', { ...fine, scatter: 0.51 }, 40],
  ['unsure', { ...fine, scatter: 0.47 }, 40],
  ['passed', { ...fine, scatter: 0.4 }, 40],
  ['failed', { ...fine, scatter: 0.4 }, 41],
  ['passed', { confidence: 0.9, scatter: 0.2 }, 90],
] as const)('%s: %o of %i words', (verdict, figures, words) => {
  expect(judge(figures, words, true)).toBe(verdict)
})

test.each([
  ['passed', fine],
  ['unsure', { ...fine, margin: -0.04 }],
  ['unsure', { ...fine, confidence: 0.3 }],
  ['failed', { ...fine, margin: -0.08 }],
  ['failed', { ...fine, confidence: 0.05 }],
] as const)('%s: %o in a language that nobody here speaks', (verdict, figures) => {
  expect(judge(figures, 12, false)).toBe(verdict)
})
