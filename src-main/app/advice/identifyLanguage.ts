import { findLanguage } from '#shared/reading/findLanguage.ts'

/**
 * Of the language that a text is said to be in, how sure that has to be: eld's score, 0 to 1. A text without any letter
 * that English lacks has to be surer and longer.
 */
const least = { foreign: { score: 0.66, letters: 8 }, plain: { score: 0.75, letters: 20 } }
/** How far behind it English must stay: names and borrowed words look like many languages. */
const mostEnglish = 0.85
/** Words that English alone writes so often; where many of a text's words are among them, nobody else is asked. */
const englishWords = new Set(
  'the of and to is that it you was for on are with as this have from your not what all were we when can said there use an each which how their if will about out many then them these so some her would make like him has look more see way could my than been who its now get just do know do don’t it’s'.split(
    ' ',
  ),
)
const englishShare = 0.2

/**
 * The language of a text, ISO 639-1, where that is beyond doubt; undefined for what is short, mixed or made of names.
 */
export async function identifyLanguage(text: string): Promise<string | undefined> {
  const { score: leastScore, letters } = least[/[^\p{ASCII}\P{L}]/u.test(text) ? 'foreign' : 'plain']
  if ((text.match(/\p{L}/gu)?.length ?? 0) < letters) return undefined
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const other = text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0
  const found = findLanguage(text)
  // A writing of its own tells some languages.
  if (other > latin && !ambiguousWritings.has(found)) return found === 'en' ? undefined : found
  const words = text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
  if (words.filter((word) => englishWords.has(word)).length >= englishShare * words.length) return 'en'
  // Loaded where it is needed: a megabyte of letter groups.
  const { eld } = await import('eld/extrasmall')
  const result = eld.detect(text)
  const { [result.language]: score = 0, en = 0 } = result.getScores()
  return result.isReliable() && score >= leastScore && (result.language === 'en' || en < mostEnglish * score)
    ? result.language
    : undefined
}

/** What findLanguage names for a writing that many languages share, or where it knows no writing. */
const ambiguousWritings = new Set(['ru', 'ar', 'hi', 'en'])
