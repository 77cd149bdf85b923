import type { CaptionWord } from '#shared/domain.ts'

/** The articles of the languages heard most: the last thing that may stand at a line's end. */
const articles = new Set(
  'a an the der die das den dem des ein eine einen einem einer eines le la les un une des el los las una lo gli il uno o os um uma het een de'.split(
    ' ',
  ),
)
/** Other words that lean on the next one: prepositions, possessives, conjunctions, of the languages heard most. */
const leaning = new Set(
  `my your his her its our their this that these those some any no every each
   of in on at to for from with by as into onto over under about after before between through during without within
   against toward towards across near since until upon per via than like
   and or but nor so if when while because although though unless whether that which who whose where why how
   is are was were be been am will would can could should may might must shall do does did has have had not very too
   i i'm we we're you you're he he's she she's they they're it it's there there's let's who's what's
   kein keine im am zum zur vom beim ins und oder aber dass weil
   wenn für mit von zu aus bei nach über unter vor durch ohne gegen seit sein seine ihr ihre mein meine nicht sehr
   du de au aux ce cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
   et ou mais que qui dont où en dans sur sous avec sans pour par chez vers ne pas très
   unos unas del al su sus mi mis tu tus este esta estos estas y o pero que con sin por para entre desde hasta muy
   i dei degli delle della dello nel nella nei sul sulla con per tra fra ma che di da è non
   uns umas do da dos das no na nos nas ao à em com sem sob e ou mas não
   van op aan met voor bij en of maar dat die niet`.split(/\s+/),
)
/** Words that open a new thought, so that a break before them reads well. */
const openingWords = new Set(
  `and but or because although though while when where which who that if unless until since so than as
   in on at with without for from by into after before during between through about over under
   und oder aber weil wenn dass et mais ou que qui parce pour avec dans y pero porque con para en e ma che perché con per mas`.split(
    /\s+/,
  ),
)
const abbreviation =
  /^\p{P}*(?:mr|mrs|ms|dr|prof|st|sr|jr|vs|etc|e\.g|i\.e|inc|ltd|co|corp|no|nr|fig|vol|approx|dept|gen|col|sen|rep|gov|z\.b|d\.h|u\.a|bzw|ca|p\.ej|\p{L}|(?:\p{L}\.)+\p{L})\.$/iu
const unitOfMeasure =
  /^(?:%|‰|°[CF]?|percent|million|billion|trillion|thousand|hundred|mio\.?|mrd\.?|millionen|milliarden|prozent|km|m|cm|mm|kg|g|mg|l|ml|mph|kmh|km\/h|mb|gb|tb|hz|khz|mhz|ghz|px|am|pm|a\.m\.|p\.m\.|o['’]clock|uhr|euros?|dollars?|cents?|pounds?|points?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times)\p{P}*$/iu
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
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
const isCapitalised = (text: string) => /^\p{P}*\p{Lu}/u.test(text)

export const endsSentence = (unit: CaptionWord) => sentenceEnd.test(unit.text) && !abbreviation.test(unit.text)
export const endsClause = (unit: CaptionWord) => clauseEnd.test(unit.text)

/**
 * How much a reader minds a break between two words: 0 at a sentence's end, 0.5 at a comma, about 2 anywhere, 8 and more
 * where the two belong together: after an article or preposition, within a number, a currency, a name, a title.
 */
export function breakCost(before: CaptionWord, after: CaptionWord): number {
  const [left, right] = [before.text, after.text]
  // Punctuation alone, such as a dash between spaces, never begins a line.
  if (/^[\p{P}\p{S}]+$/u.test(right) && !/^[\p{Ps}\p{Pi}\p{Sc}\p{So}]/u.test(right)) return 10
  if (endsSentence(before)) return 0
  if (abbreviation.test(left) && isCapitalised(right)) return 9
  if (endsClause(before)) return 0.5
  if (/^\p{Sc}$/u.test(left) && isNumber(right)) return 10
  if (isNumber(left) && (/^\p{Sc}/u.test(right) || unitOfMeasure.test(right))) return 10
  if (isNumber(left) && isNumber(right)) return 9
  if ((isNumber(left) && months.test(right)) || (months.test(left) && isNumber(right))) return 9
  if (articles.has(bare(left))) return 12
  if (leaning.has(bare(left))) return 8
  if (isNumber(left)) return 6
  if (isCapitalised(left) && isCapitalised(right) && after.spaced) return 7
  if (!after.spaced) return 2.5
  return openingWords.has(bare(right)) ? 1 : 2
}
