import type { AppError } from '#shared/errors.ts'
import type { Phrase } from '#shared/phrases.ts'
import { errorIn, phraseIn } from '#shared/strings/errors.ts'
import { useAppStore } from '../store/useAppStore.ts'
import { de } from './de.ts'
import { en, type Strings } from './en.ts'

const catalogues = { en, de } as const

/** The page's texts in the language that is set. */
export function useStrings(): Strings {
  return catalogues[useAppStore(({ app }) => app.language)]
}

/** An error as the app says it, in the language of these texts. */
export function sayError({ locale }: Strings, error: AppError): string {
  return errorIn(locale, error)
}

/** What the main process says, in the language of these texts. */
export function sayPhrase({ locale }: Strings, phrase: Phrase): string {
  return phraseIn(locale, phrase)
}
