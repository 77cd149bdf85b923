import type { SpeechCheck } from '#shared/domain.ts'
import { leastTrust } from './trust.ts'

/** The figures that tell whether a recording says its text; see `marginOf`, `trustIn`, `scatterOf`. */
export type Figures = Pick<SpeechCheck, 'margin' | 'confidence' | 'scatter'>

interface Limits {
  readonly margin: number
  readonly confidence: number
  readonly scatter: number
}

/** Words from which on a text's sounds are spread so evenly that less scatter tells something. */
const long = 41

/**
 * What fails. A text has to be the best explanation of its recording (that is 0, and a little air), and its words to be
 * where all voices find them, evenly paced.
 */
const failing = (words: number): Limits => ({
  margin: -0.005,
  confidence: leastTrust,
  scatter: words < long ? 0.5 : 0.3,
})

/**
 * What fails in a language that the voices only spell, or that was only guessed: of right recordings in 21 such languages
 * the least margin was -0.04 and the least confidence 0.29.
 */
const failingAnyhow: Limits = { margin: -0.07, confidence: 0.1, scatter: 0.8 }

/** What is near to failing: a few good recordings are, and most of the bad ones that do not fail. */
const doubtful = (words: number): Limits => ({
  margin: words < 16 ? 0.01 : 0.04,
  confidence: leastTrust + 0.1,
  scatter: words < long ? 0.45 : 0.25,
})

const misses = ({ margin, confidence, scatter }: Figures, limits: Limits): boolean =>
  (margin !== undefined && margin < limits.margin) || confidence < limits.confidence || scatter > limits.scatter

/**
 * Whether a recording says its text, by its figures.
 * @param words how many the text has
 * @param sure whether the reference voices speak the text's language; in others only what is far off fails
 */
export function judge(figures: Figures, words: number, sure: boolean): SpeechCheck['verdict'] {
  if (misses(figures, sure ? failing(words) : failingAnyhow)) return 'failed'
  return misses(figures, doubtful(words)) ? 'unsure' : 'passed'
}
