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

/** What is near to that: a few good recordings are, and most of the bad ones that do not fail. */
const doubtful = (words: number): Limits => ({
  margin: words < 16 ? 0.01 : 0.03,
  confidence: leastTrust + 0.1,
  scatter: words < long ? 0.45 : 0.25,
})

const misses = ({ margin, confidence, scatter }: Figures, limits: Limits): boolean =>
  (margin !== undefined && margin < limits.margin) || confidence < limits.confidence || scatter > limits.scatter

/**
 * Whether a recording says its text, by its figures.
 * @param words how many the text has
 */
export function judge(figures: Figures, words: number): SpeechCheck['verdict'] {
  if (misses(figures, failing(words))) return 'failed'
  return misses(figures, doubtful(words)) ? 'unsure' : 'passed'
}
