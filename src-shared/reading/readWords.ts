import type { Rule } from './grammar/language.ts'
import { rulesOf } from './grammar/rules.ts'
import { languageOf } from './languages.ts'
import type { Reading } from './reading.ts'
import { openScan } from './scan.ts'

const compiled = new Map<string, readonly Rule[]>()

/**
 * Reads written words: what each of them is said as, in plain lower-case words. Numbers, signs, abbreviations and
 * capitals are read as the language does; any input gives an answer, and every written word with a letter or a figure
 * gets a spoken one, but for the zeros of a number in groups (`1 000 000`), where the number has fewer words.
 * @param written what stands between white space, in order
 * @param language ISO 639-1 or BCP 47; whatever has no rules of its own is read with English ones
 */
export function readWords(written: readonly string[], language: string): Reading {
  const known = languageOf(language)
  const rules = compiled.get(known.code) ?? rulesOf(known)
  compiled.set(known.code, rules)
  const scan = openScan(written)
  while (scan.at < scan.text.length) if (!rules.some((rule) => scan.take(rule))) scan.skip()
  return { language: known.code, words: written.map((word, i) => ({ written: word, spoken: scan.spoken[i]! })) }
}
