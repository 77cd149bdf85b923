import { baseLanguage } from '../languageTag.ts'
import { english } from './english/english.ts'
import { french } from './french/french.ts'
import { german } from './german/german.ts'
import type { Language } from './grammar/language.ts'
import { italian } from './italian/italian.ts'
import { portuguese } from './portuguese/portuguese.ts'
import { spanish } from './spanish/spanish.ts'

const languages = new Map<string, Language>(
  [english, german, spanish, french, italian, portuguese].map((language) => [language.code, language]),
)

/** Languages that have rules, ISO 639-1. */
export const readingLanguages: readonly string[] = [...languages.keys()]

/** How a language (ISO 639-1 or BCP 47) is read; English where it has no rules. */
export const languageOf = (tag: string): Language => languages.get(baseLanguage(tag)) ?? english
