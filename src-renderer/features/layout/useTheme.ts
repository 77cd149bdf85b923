import { useEffect } from 'react'
import { useStudio } from '../../store/useAppStore.ts'

/** Gives the document the theme and the language that are set. */
export function useTheme(): void {
  const theme = useStudio(({ settings }) => settings.theme)
  const language = useStudio(({ app }) => app.language)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
}
