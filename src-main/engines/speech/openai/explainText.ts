import { appError } from '#shared/errors.ts'
import { phrase, words as theirWords } from '#shared/phrases.ts'
import type { TextAnswer } from './answer/readText.ts'
import { wordsOf } from './answer/wordsOf.ts'
import { cleanWords, explainBadAnswer, type Failure } from './explainFailure.ts'

/** Characters that are quoted of a text. */
const quoted = 120

/**
 * Explains text that came in place of sound, with a status of success. JSON that tells of an error is a refusal.
 * @param key is kept out of what is quoted
 */
export function explainText(answer: TextAnswer, key: string | null): Failure {
  const told = answer.kind === 'json' ? wordsOf(answer.body) : undefined
  if (told !== undefined) {
    const error = appError('SPEECH_REFUSED', { reason: theirWords(cleanWords(told, key)) })
    return { again: false, error: () => error }
  }
  if (answer.kind === 'events') return explainBadAnswer(phrase('ANSWER_STREAM'), false)
  const line = cleanWords(answer.text, key).slice(0, quoted)
  if (line === '') return explainBadAnswer(phrase('ANSWER_NO_WORDS'), false)
  const code = answer.kind === 'page' ? 'ANSWER_PAGE' : 'ANSWER_TEXT'
  return explainBadAnswer(phrase(code, { words: [line] }), false)
}
