import type { Alignment } from '#ports/Aligner.ts'
import type { SpeechFault } from '#shared/domain.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'
import type { SpokenPiece } from './joinSpeech.ts'
import type { TextPiece } from './planPieces.ts'

/** What is wrong with a recording that does not say its text; undefined where it does, or where it is not sure. */
export const faultIn = ({ check }: Alignment): SpeechFault | undefined =>
  check?.verdict === 'failed' ? (check.fault ?? { kind: 'differs' }) : undefined

/** What a person should know of the first piece of which it is not sure that it says its text. */
export function doubtOf(pieces: readonly SpokenPiece[]): Phrase | undefined {
  for (const { heard, words } of pieces) {
    if (!heard || !words.some(isWord)) continue
    const text = quote(words)
    if (heard.check?.verdict === 'unsure' || heard.fallback === 'mismatch') return phrase('SPEECH_UNSURE', { text })
    if (heard.check || heard.timing !== 'shares' || !heard.language) continue
    return phrase('SPEECH_UNCHECKED', { language: heard.language, text })
  }
  return undefined
}

/** The failure of a part whose speech does not say its text, with the words that it is about. */
export function notTheText(fault: SpeechFault, { words }: TextPiece, figures?: Alignment['check']): AppError {
  const detail = figures && describeFigures(figures)
  return appError('SPEECH_NOT_THE_TEXT', { reason: reasonOf(fault, words) }, detail)
}

function reasonOf(fault: SpeechFault, words: readonly string[]): Phrase {
  const text = quote(words)
  switch (fault.kind) {
    case 'lacks':
      return phrase('WORDS_NOT_HEARD', { text: quote(words.slice(fault.from, fault.to)) })
    case 'repeats':
      return phrase('TEXT_REPEATED', { text, times: fault.times })
    case 'differs':
      return phrase('OTHER_WORDS', { text })
    case 'noise':
      return phrase('ONLY_NOISE', { text })
    case 'silence':
      return phrase('ONLY_SILENCE', { text })
    case 'length':
      return phrase('WRONG_LENGTH', { text, seconds: Math.round(fault.seconds * 10) / 10 })
  }
}

/** The figures of a check, for logs. */
export const describeFigures = ({ margin, confidence, scatter }: NonNullable<Alignment['check']>): string =>
  `margin ${margin?.toFixed(3) ?? 'none'}, confidence ${confidence.toFixed(2)}, scatter ${scatter.toFixed(2)}`

/** Words that are quoted at the beginning and at the end of a longer text. */
const [quotedFirst, quotedLast] = [6, 4]

function quote(words: readonly string[]): string {
  if (words.length <= quotedFirst + quotedLast) return words.join(' ')
  return `${words.slice(0, quotedFirst).join(' ')} … ${words.slice(-quotedLast).join(' ')}`
}

const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word)
