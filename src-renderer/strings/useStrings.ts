import type { AppError } from '#shared/errors.ts'
import { errorIn } from '#shared/strings/errors.ts'
import { useStudio } from '../store/useStudio.ts'
import { de } from './de.ts'
import { en, type Strings } from './en.ts'

const catalogues = { en, de } as const

/** The page's texts in the language that is set. */
export function useStrings(): Strings {
  return catalogues[useStudio(({ app }) => app.language)]
}

/** An error as the app says it, in the language of these texts. */
export function sayError({ locale }: Strings, error: AppError): string {
  return errorIn(locale, error)
}
