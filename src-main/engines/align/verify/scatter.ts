import { durationOf } from '../lattice.ts'
import type { Reference } from '../reference.ts'
import type { Span } from '../sharesBetweenPauses.ts'

/** The least that a word's length counts as, of what it is expected to be: one that was left out has none. */
const leastShare = 0.05

/**
 * How unevenly a recording says its words: the standard deviation of log(seconds heard / seconds expected at the
 * recording's own pace), the median of the voices for each word, weighted by the seconds expected. A fast voice has no
 * more of it than a slow one; a word that was left out, or run over, has much.
 * @param times word times by voice
 */
export function scatterOf(
  voices: readonly { readonly reference: Reference; readonly times: readonly Span[] }[],
): number {
  const byVoice = voices.map(({ reference, times }) => {
    const expected = reference.words.map(({ readings }) => (readings[0] ? durationOf(readings[0]) : 0))
    const heard = times.map(({ start, end }, word) => (expected[word]! > 0 ? end - start : 0))
    const pace = Math.max(1e-3, sum(heard)) / Math.max(1e-3, sum(expected))
    return { expected, logs: heard.map((seconds, word) => logShare(seconds, expected[word]! * pace)) }
  })
  const words = byVoice[0]?.expected.length ?? 0
  let [weights, mean, squares] = [0, 0, 0]
  for (let word = 0; word < words; word++) {
    const weight = sum(byVoice.map(({ expected }) => expected[word]!)) / byVoice.length
    if (weight <= 0) continue
    const log = median(byVoice.map(({ logs }) => logs[word]!))
    weights += weight
    const off = log - mean
    mean += (weight / weights) * off
    squares += weight * off * (log - mean)
  }
  return Math.sqrt(squares / Math.max(1e-9, weights))
}

const logShare = (heard: number, expected: number): number =>
  Math.log(Math.max(leastShare, heard / Math.max(1e-6, expected)))
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
