import { english } from './english/english.ts'
import type { Language } from './grammar/language.ts'

const languages = new Map<string, Language>([english].map((language) => [language.code, language]))

/** How a language (ISO 639-1 or BCP 47) is read; English where it has no rules. */
export const languageOf = (tag: string): Language => languages.get(tag.split(/[-_]/)[0]!.toLowerCase()) ?? english
