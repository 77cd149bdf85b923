import { z } from 'zod'
import { type AppError, catalogue, type ErrorCode, englishSentence } from './errors.ts'
import { type Fact, type Phrase, phrases, words } from './phrases.ts'

/** A phrase as it crosses a boundary; one of a code that nobody here knows says its code. */
export const WirePhrase: z.ZodType<Phrase> = z
  .object({
    code: z.string(),
    facts: z
      .record(
        z.string(),
        z.lazy(() => WireFact),
      )
      .default({}),
  })
  .transform(({ code, facts }) =>
    Object.hasOwn(phrases, code) ? { code: code as Phrase['code'], facts } : words(code),
  )

const WireFact: z.ZodType<Fact> = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.lazy(() => WirePhrase),
  z.array(z.lazy(() => WirePhrase)),
])

/** What a job says; earlier versions wrote an English sentence. */
export const WireMessage: z.ZodType<Phrase> = z.union([z.string().transform(words), WirePhrase])

/**
 * An error as it crosses a boundary: IPC, a render host, the database, a journal. What earlier versions wrote has an
 * English `message` instead of facts, which it keeps; a code of another version becomes UNEXPECTED.
 */
export const WireError: z.ZodType<AppError> = z
  .object({
    code: z.string(),
    facts: z.record(z.string(), WireFact).optional(),
    sentence: z.string().optional(),
    message: z.string().optional(),
    detail: z.string().optional(),
  })
  .transform(({ code, facts, message, sentence, detail }): AppError => {
    const isKnown = Object.hasOwn(catalogue, code)
    const error: AppError = isKnown
      ? { code: code as ErrorCode, facts: facts ?? {} }
      : { code: 'UNEXPECTED', facts: {} }
    // What can be said anew is said in the reader's language.
    const canSay = isKnown && (facts !== undefined || englishSentence(error) === message)
    const text = sentence ?? (canSay ? undefined : message)
    const more = detail ?? (isKnown ? undefined : code)
    return { ...error, ...(text !== undefined && { sentence: text }), ...(more !== undefined && { detail: more }) }
  })
