import type { Language } from '../desktop/settings.ts'
import { type AppError, type ErrorCode, englishSentence } from '../errors.ts'
import { englishWording, fillSentence, type Phrase, sayPhrase, type Wording } from '../phrases.ts'
import { germanErrors } from './errors.de.ts'
import { germanPhrases } from './phrases.de.ts'

type Sentences = Partial<Record<ErrorCode, string>>

/** What the app says instead of the catalogue's sentence, where the way out is another one here. */
const englishErrors: Sentences = {
  SCRIPT_TOO_LONG: 'The script has {length} characters and {limit} are the most; cut it into several scripts.',
  KEY_MISSING: 'OpenAI’s voices need a key; add one in the settings, or choose the built-in voice.',
  KEY_REFUSED: 'The speech service refused the key; check it in the settings.',
  KEYCHAIN_UNAVAILABLE: 'The keychain of this system is not available ({reason}), so no key can be kept; unlock it.',
  SPEECH_UNREACHABLE:
    'The speech service at {host} could not be reached; check the network, and its address in the settings.',
  FOLDER_READ_ONLY: '{path} can not be written to; choose another folder.',
  PORT_TAKEN: 'Port {port} is taken or may not be used; choose another.',
  UNEXPECTED: 'Something unexpected went wrong; the log says what. Nothing you wrote is lost.',
}

export const appSentences: Record<Language, Sentences> = { en: englishErrors, de: germanErrors }

const wordings: Record<Language, Wording> = {
  en: englishWording,
  de: { phrases: germanPhrases, quotes: ['„', '“'] },
}

/**
 * An error in the reader's language and for the app. One that was kept before errors had facts keeps its English
 * sentence.
 */
export function errorIn(language: Language, error: AppError): string {
  const sentence = appSentences[language][error.code]
  if (sentence === undefined || error.sentence !== undefined) return englishSentence(error)
  return fillSentence(sentence, error.facts, wordings[language])
}

/** A phrase in the reader's language. */
export const phraseIn = (language: Language, phrase: Phrase): string => sayPhrase(phrase, wordings[language])
