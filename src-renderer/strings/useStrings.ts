import { useStudio } from '../store/useStudio.ts'
import { de } from './de.ts'
import { en, type Strings } from './en.ts'
import { errorIn } from './errors.ts'

const catalogues = { en, de } as const

/** The page's texts in the language that is set. */
export function useStrings(): Strings {
  return catalogues[useStudio(({ app }) => app.language)]
}

/** An error as the app says it, in the language of these texts. */
export function sayError({ locale }: Strings, error: { readonly code: string; readonly message: string }): string {
  return errorIn(locale, error)
}
