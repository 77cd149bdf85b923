import { catalogue, type ErrorCode } from '#shared/errors.ts'
import type { Language } from '#shared/settings.ts'
import { germanErrors } from './errors.de.ts'

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

const sentences: Record<Language, Sentences> = { en: englishErrors, de: germanErrors }

interface Said {
  readonly code: string
  readonly message: string
}

/** An error in the reader's language and for the app, with its facts; the catalogue's own sentence where there is no other. */
export function errorIn(language: Language, { code, message }: Said): string {
  const sentence = sentences[language][code as ErrorCode]
  if (sentence === undefined) return message
  const facts = factsOf({ code, message })
  const filled = sentence.replace(/\{(\w+)\}/g, (place, name: string) => facts?.[name] ?? place)
  return facts ? filled : message
}

/** The facts that were filled into the catalogue's sentence; undefined where it is not that sentence. */
function factsOf({ code, message }: Said): Record<string, string> | undefined {
  if (!(code in catalogue)) return undefined
  const template = catalogue[code as ErrorCode].message
  const pattern = template
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>.*)`)
  return message.match(new RegExp(`^${pattern}$`, 's'))?.groups ?? (message === template ? {} : undefined)
}
