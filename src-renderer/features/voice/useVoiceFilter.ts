import { useState } from 'react'
import { baseLanguage } from '#shared/languageTag.ts'
import type { VoiceFacts } from '#shared/speech/engines.ts'

/** Voices that are seen at a glance. */
const few = 9

/** Which of many voices are shown: by their names and ids, and by a language. */
export function useVoiceFilter(voices: readonly VoiceFacts[]) {
  const [search, setSearch] = useState('')
  const [language, setLanguage] = useState('')
  const isLong = voices.length > few
  const languages = [...new Set(voices.flatMap((voice) => voice.languages.map(baseLanguage)))]
  // Another server may not have it.
  const asked = isLong && languages.includes(language) ? language : ''
  const words = isLong ? search.trim().toLowerCase() : ''
  const shown = voices.filter(
    ({ id, name, languages: own }) =>
      (words === '' || `${id} ${name}`.toLowerCase().includes(words)) &&
      (asked === '' || own.some((tag) => baseLanguage(tag) === asked)),
  )
  return { isLong, languages, search, setSearch, language: asked, setLanguage, shown }
}

export type VoiceFilter = ReturnType<typeof useVoiceFilter>

/** A tag without its region: `en` of `en-GB`. */
