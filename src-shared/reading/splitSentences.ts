/**
 * Stops of every script (Unicode's Sentence_Terminal) and the ellipsis, with the quotes and brackets that close after
 * them.
 */
const stop = /([\p{Sentence_Terminal}…]+)(["'”’»›)\]}」』】）〉》]*)(?=(\s*))/gu

/** Stops that end a sentence without a space after them. */
const unspaced = /[。．！？｡]$/u

/** Never the end of a sentence, whatever follows. */
const abbreviations = new Set(
  (
    'mr mrs ms dr dra prof st mt ft rev hon gen col capt cpt cmdr lt sgt maj adm gov sen rep pres supt messrs mme ' +
    'mlle sr sra srta jr sig dott fr hr vs viz cf ca approx est dept univ assn bros inc ltd co corp plc llc mag dipl ' +
    'ing bzw bspw evtl ggf inkl zzgl vgl sog ph.d ee.uu'
  ).split(' '),
)

/** An abbreviation only before a figure: `No. 5`, `Fig. 3`, `Jan. 12`. */
const beforeFigure = new Set(
  'no nos nr nº fig figs vol vols p pp ch chap sec art eq par ex op jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)

/**
 * Cuts text into sentences, each with the white space that follows it; joined they are the text, to the character. A
 * full stop may mean something else (Mr. Smith, 3.5, U.S., J. Doe, e.g., No. 5, 1. First, wait... what): where in
 * doubt the sentence goes on, since a pause in the middle of one is heard and a longer piece is not. Intl.Segmenter
 * would cut after `Mr.` and at every line end. Speech, captions, titles and names all go by it. An empty line always ends a sentence.
 */
export function splitSentences(text: string): string[] {
  return (text.match(/.+?(?:\n[^\S\n]*\n\s*|$)/gsu) ?? []).flatMap(splitParagraph)
}

function splitParagraph(paragraph: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of paragraph.matchAll(stop)) {
    const [whole, marks = '', closers = '', space = ''] = match
    const end = match.index + whole.length + space.length
    if (end === paragraph.length) break
    const before = paragraph.slice(start, match.index)
    if (!endsSentence(before, marks, closers, space, paragraph.slice(end, end + 40))) continue
    sentences.push(paragraph.slice(start, end))
    start = end
  }
  sentences.push(paragraph.slice(start))
  return sentences
}

/** A small letter; Georgian writes sentences without capitals. */
const small = /^(?!\p{Script=Georgian})\p{Ll}/u

/**
 * Whether the stop `marks` + `closers` between `before` (from the sentence's start) and `after` ends the sentence.
 */
function endsSentence(before: string, marks: string, closers: string, space: string, after: string): boolean {
  if (space === '') {
    // 「はい。」と言った goes on after the bracket, so without a space only a bare stop counts.
    return unspaced.test(marks) && closers === ''
  }
  const next = after.replace(/^["'“‘«‹([{¿¡„「『（]+/u, '')
  if (small.test(next)) return false
  if (marks !== '.') return true
  const word = /[^\s("'“‘«[]*$/u.exec(before.slice(-24))?.[0] ?? ''
  if (word === '' || /^\d{1,2}$/.test(word)) return false // "1. First of all", "am 3. Mai"
  // J. Doe, U.S., z. B., e.g.; but "So am I.". A letter without case is a whole word of Korean.
  if (/^(\p{L}\.)*(?!\p{Script=Georgian})[\p{Lu}\p{Ll}]$/u.test(word)) return word === 'I'
  if (beforeFigure.has(word.toLowerCase())) return !/^\d/.test(next)
  return !abbreviations.has(word.toLowerCase())
}
