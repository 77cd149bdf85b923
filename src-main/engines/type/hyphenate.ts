import { createRequire } from 'node:module'

interface Hyphenation {
  hyphenateSync(text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }): string
}

const require = createRequire(import.meta.url)

/**
 * Patterns of `hyphen` (TeX's) by language, ISO 639-1. German alone takes a tenth of a second to load: only who has a word
 * that is too long waits for its language.
 */
const languages: Readonly<Record<string, () => unknown>> = {
  en: () => require('hyphen/en-us'),
  de: () => require('hyphen/de-1996'),
  es: () => require('hyphen/es'),
  fr: () => require('hyphen/fr'),
  it: () => require('hyphen/it'),
  pt: () => require('hyphen/pt'),
  nl: () => require('hyphen/nl'),
  sv: () => require('hyphen/sv'),
  pl: () => require('hyphen/pl'),
  ru: () => require('hyphen/ru'),
}

/**
 * The parts between which a word may be broken with a hyphen; the word alone where nobody here knows its language.
 *
 * @param language ISO 639-1
 */
export function hyphenate(word: string, language: string): readonly string[] {
  const load = languages[language]
  if (!load) return [word]
  const { hyphenateSync } = load() as Hyphenation
  return hyphenateSync(word, { hyphenChar: '\u00ad', minWordLength: 5 }).split('\u00ad')
}
