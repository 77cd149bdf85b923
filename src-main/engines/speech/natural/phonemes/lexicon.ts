import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/**
 * misaki's dictionaries (Apache-2.0): a word's signs, or those of its parts of speech, by spaCy's tags, with a
 * `DEFAULT`. Null stands for a word that is spelled out as that part of speech.
 */
const Dictionary = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string().nullable())]))
type Entry = z.infer<typeof Dictionary>[string]

export interface Lexicon {
  /**
   * The signs of a word; undefined where the dictionaries have neither it nor what it is derived from.
   * @param parts what part of speech it may be (`VERB`, `VBN`), the likeliest first
   */
  find(word: string, parts?: readonly string[]): string | undefined
  readonly british: boolean
}

/**
 * Opens dictionaries, the best one first. Rejects where one can't be read or is none.
 * @param british whether endings are said as in Britain
 */
export async function openLexicon(paths: readonly string[], british: boolean): Promise<Lexicon> {
  const books = await Promise.all(
    paths.map(async (path) => new Map(Object.entries(Dictionary.parse(JSON.parse(await readFile(path, 'utf8')))))),
  )

  function look(word: string, parts: readonly string[]): string | undefined {
    const capital = word.charAt(0).toUpperCase() + word.slice(1)
    for (const book of books) {
      const signs = signsIn(book.get(word) ?? book.get(capital) ?? book.get(word.toLowerCase()), parts)
      if (signs) return signs
    }
    return undefined
  }
  /** The plain endings, by misaki's rules. */
  function inflect(word: string, parts: readonly string[]): string | undefined {
    for (const [ending, add] of [
      ['s', plural],
      ['d', past],
      ['ing', going],
    ] as const) {
      if (!word.endsWith(ending)) continue
      for (const stem of stemsOf(word)) {
        const signs = look(stem, parts)
        if (signs) return add(signs, british)
      }
    }
    return undefined
  }
  return { find: (word, parts = []) => look(word, parts) ?? inflect(word, parts), british }
}

function signsIn(entry: Entry | undefined, parts: readonly string[]): string | undefined {
  if (entry === undefined || typeof entry === 'string') return entry
  const part = parts.find((name) => entry[name])
  return entry[part ?? 'DEFAULT'] ?? undefined
}

/** What a word with a plain ending may be made of, the likeliest first. */
function stemsOf(word: string): string[] {
  const less = (letters: number, more = '') => word.slice(0, -letters) + more
  if (/..ing$/.test(word)) return [less(3), less(3, 'e'), ...(/([bcdgklmnprstvxz])\1ing$/.test(word) ? [less(4)] : [])]
  if (/..ied$/.test(word)) return [less(3, 'y'), less(1)]
  if (/..ed$/.test(word)) return [less(1), less(2), ...(/([bcdgklmnprstvxz])\1ed$/.test(word) ? [less(3)] : [])]
  if (/..'s$/.test(word)) return [less(2)]
  if (/..ies$/.test(word)) return [less(3, 'y'), less(1)]
  if (/..es$/.test(word)) return [less(1), less(2)]
  return /.[^s']s$/.test(word) ? [less(1)] : []
}

/** The signs of a word with the s of a plural or a possessive behind it. */
function plural(signs: string, british: boolean): string {
  if (/[szʃʒʧʤ]$/u.test(signs)) return `${signs}${british ? 'ɪ' : 'ᵻ'}z`
  return signs + (/[ptkfθ]$/u.test(signs) ? 's' : 'z')
}

/** In America a t between vowels is a tap. */
const tapped = /(?<=[AIOWYiuæɑəɛɪɹʊʌ])t$/u

function past(signs: string, british: boolean): string {
  if (/[pkfθʃsʧ]$/u.test(signs)) return `${signs}t`
  if (!/[td]$/u.test(signs)) return `${signs}d`
  return british ? `${signs}ɪd` : `${signs.replace(tapped, 'ɾ')}ᵻd`
}

const going = (signs: string, british: boolean): string => `${british ? signs : signs.replace(tapped, 'ɾ')}ɪŋ`
