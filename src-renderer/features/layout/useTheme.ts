import { useEffect } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'

/** Gives the document the theme and the language that are set. */
export function useTheme(): void {
  const theme = useAppStore(({ settings }) => settings.theme)
  const language = useAppStore(({ app }) => app.language)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
}
