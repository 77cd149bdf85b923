import type { CaptionWord } from '#shared/domain.ts'
import { splitSentences } from '#shared/reading/splitSentences.ts'
import { articles, clinging, leaning, openingWords } from './functionWords.ts'

const unitOfMeasure =
  /^(?:%|‰|°[CF]?|percent|million|billion|trillion|thousand|hundred|mio\.?|mrd\.?|millionen|milliarden|prozent|tausend|mille|millions?|milliards?|pour\s?cent|mil|miles|millón|millones|milhão|milhões|milioni|miliardi|km|m|cm|mm|kg|g|mg|l|ml|mph|kmh|km\/h|mb|gb|tb|hz|khz|mhz|ghz|px|am|pm|a\.m\.|p\.m\.|o['’]clock|uhr|euros?|dollars?|cents?|pounds?|points?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times)\p{P}*$/iu
const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember)\p{P}*$/iu

const closing = `["'”’»)\\]]*`
const sentenceEnd = new RegExp(`[.!?…。！？]${closing}$`, 'u')
const clauseEnd = new RegExp(`[,;:、，；：—–]${closing}$`, 'u')
const isNumber = (text: string) => /^[\p{Sc}+\-−(]*\p{N}[\p{N}.,:/]*\p{Sc}?[)]*$/u.test(text)
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
const isCapitalised = (text: string) => /^\p{P}*\p{Lu}/u.test(text)

/** Whether a sentence ends with this word; the next one tells a German ordinal (am 12. Mai) from a number at the end. */
export function endsSentence({ text }: CaptionWord, next: CaptionWord | undefined): boolean {
  if (!sentenceEnd.test(text)) return false
  if (next === undefined) return true
  // Captions have a way to look ahead that speech has not: only what a date or a small letter follows is an ordinal.
  if (/^\p{P}*\p{N}{1,3}\.$/u.test(text))
    return !(months.test(next.text) || /^(?!\p{Script=Georgian})\p{Ll}/u.test(next.text))
  return splitSentences(`${text}${next.spaced ? ' ' : ''}${next.text}`).length > 1
}
/** Mr., e.g., Inc.: a full stop that ends no sentence. */
const isAbbreviated = (unit: CaptionWord, next: CaptionWord) => unit.text.endsWith('.') && !endsSentence(unit, next)
export const endsClause = (unit: CaptionWord) => clauseEnd.test(unit.text)

/**
 * How much a reader minds a break between two words: 0 at a sentence's end, 0.5 at a comma, about 2 anywhere, 8 and more
 * where the two belong together: after an article or preposition, before a particle, within a number, a currency, a name,
 * a title.
 */
export function breakCost(before: CaptionWord, after: CaptionWord): number {
  if (before.goesOn) return 3
  const [left, right] = [before.text, after.text]
  // Punctuation alone, such as a dash between spaces, never begins a line.
  if (/^[\p{P}\p{S}]+$/u.test(right) && !/^[\p{Ps}\p{Pi}\p{Sc}\p{So}]/u.test(right)) return 10
  if (endsSentence(before, after)) return 0
  if (isAbbreviated(before, after) && isCapitalised(right)) return 9
  if (endsClause(before)) return 0.5
  if (/^\p{Sc}$/u.test(left) && isNumber(right)) return 10
  if (isNumber(left) && (/^\p{Sc}/u.test(right) || unitOfMeasure.test(right))) return 10
  if (isNumber(left) && isNumber(right)) return 9
  if ((isNumber(left) && months.test(right)) || (months.test(left) && isNumber(right))) return 9
  if (articles.has(bare(left))) return 12
  if (clinging.has(bare(right))) return 9
  if (leaning.has(bare(left))) return 8
  if (isNumber(left)) return 6
  if (isCapitalised(left) && isCapitalised(right) && after.spaced) return 7
  if (!after.spaced) return 2.5
  return openingWords.has(bare(right)) ? 1 : 2
}
