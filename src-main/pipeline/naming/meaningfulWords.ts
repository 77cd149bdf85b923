import { splitSentences } from '#shared/reading/splitSentences.ts'
import { withoutListNumber } from './titleOf.ts'

// English words that carry no meaning of their own: a file's name leaves them out.
const functionWords = new Set(
  `a an the and or but nor so yet if then than as at by for from in into of off on onto out over per to up upon via with
  without within about above after against along among around before behind below between beyond during since through
  toward towards under until till while i me my mine myself you your yours yourself he him his himself she her hers
  herself it its itself we us our ours ourselves they them their theirs themselves this that these those here there who
  whom whose which what when where why how am is are was were be been being do does did doing done have has had having
  will would shall should can could may might must yes very too also just only even again once let
  oh well hi hello hey ok okay please`.split(/\s+/),
)

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * The words of a text's first sentence that carry meaning, as they are written but without apostrophes; all its words
 * where none does. The first sentence is the first one that holds a word. Letters and figures of every script count;
 * where a script has no spaces, Unicode's word boundaries hold (UAX #29).
 */
export function meaningfulWords(text: string): string[] {
  for (const sentence of splitSentences(text)) {
    const all = [...words.segment(withoutListNumber(sentence.trim()))]
      .filter((part) => part.isWordLike)
      .map((part) => part.segment)
    const telling = all.filter((word) => !isFunctionWord(word))
    const kept = (telling.length > 0 ? telling : all).map(plain).filter((word) => word !== '')
    if (kept.length > 0) return kept
  }
  return []
}

const apostrophes = /['’‘ʼ＇`´]/gu

function isFunctionWord(word: string): boolean {
  // "we'll", "it's": what stands before the apostrophe decides. "today's" and "don't" stay.
  return functionWords.has(word.toLowerCase().split(apostrophes)[0]!)
}

/** Letters, their marks and figures only; a point stays between figures. */
function plain(word: string): string {
  return word
    .normalize('NFC')
    .replace(apostrophes, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)[.,](?=\d)/g, '.')
    .replace(/[^\p{L}\p{M}\p{N}.]|(?<!\d)\.|\.(?!\d)|[\uFE00-\uFE0F\u20E3]/gu, '')
}
