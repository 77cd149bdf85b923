import type { Language } from '../desktop/settings.ts'
import { type AppError, catalogue, type ErrorCode } from '../errors.ts'
import { englishWording, fillSentence, type Phrase, sayPhrase, type Wording } from '../phrases.ts'
import { germanErrors } from './errors.de.ts'
import { germanPhrases } from './phrases.de.ts'

/** What the app says instead of the catalogue's sentence, where the way out is another one here. */
const englishErrors: Partial<Record<ErrorCode, string>> = {
  SCRIPT_TOO_LONG: 'The script has {length} characters and {limit} are the most; cut it into several scripts.',
  KEY_MISSING: 'OpenAI’s voices need a key; add one in the settings, or choose the built-in voice.',
  KEY_REFUSED: 'The speech service refused the key; check it in the settings.',
  KEYCHAIN_UNAVAILABLE: 'The keychain of this system is not available ({reason}), so no key can be kept; unlock it.',
  KEY_WANTED: 'The speech server at {address} wants a key; enter it in the settings.',
  SPEECH_UNREACHABLE:
    'The speech service at {host} could not be reached; check the network, and its address in the settings.',
  VOICE_BROKEN: 'The natural voice can not use the voice pack {name}; download it again under the voices.',
  VOICE_NO_RUNTIME:
    'The natural voice needs ONNX Runtime, which is missing here or does not load; install Pausecut again, or choose the built-in voice.',
  VOICE_CRASHED:
    'The natural voice ended while it spoke, most likely for want of memory; close other programs and try again, or take the smaller voice pack.',
  VOICE_PACK_MISSING: 'The voice pack {name} is not on this machine; download it under the voices.',
  VOICE_PACK_DAMAGED: 'The voice pack {name} is not whole ({files}); download it again under the voices.',
  VOICE_PACK_REFUSED: '{host} did not send {file} (HTTP status {status}); try again later.',
  VOICE_PACK_OTHER_FILE:
    'What {host} sent is not {file} and was thrown away; try again, from another network where it stays so.',
  FOLDER_READ_ONLY: '{path} can not be written to; choose another folder.',
  PORT_TAKEN: 'Port {port} is taken or may not be used; choose another.',
  UNEXPECTED: 'Something unexpected went wrong; the log says what. Nothing you wrote is lost.',
}

/** How a language besides English says every failure of the catalogue and every phrase. */
interface Translation extends Wording {
  readonly errors: Readonly<Record<ErrorCode, string>>
}

/** By language, all but English: its sentences are the catalogue's own. */
export const translations: Readonly<Record<Exclude<Language, 'en'>, Translation>> = {
  de: { errors: germanErrors, phrases: germanPhrases, language: 'de', quotes: ['„', '“'] },
}

const wordingOf = (language: Language): Wording => (language === 'en' ? englishWording : translations[language])

/** What the app says of a failure, its facts not yet in their places. */
export function appSentence(language: Language, code: ErrorCode): string {
  return language === 'en' ? (englishErrors[code] ?? catalogue[code].message) : translations[language].errors[code]
}

/**
 * An error in the reader's language and for the app. One that was kept before errors had facts keeps its English
 * sentence.
 */
export function errorIn(language: Language, error: AppError): string {
  if (error.sentence !== undefined) return error.sentence
  return fillSentence(appSentence(language, error.code), error.facts, wordingOf(language))
}

/** A phrase in the reader's language. */
export const phraseIn = (language: Language, phrase: Phrase): string => sayPhrase(phrase, wordingOf(language))
