import { splitSentences } from '#shared/reading/splitSentences.ts'
import { type Mark, type Segment, wordsOf } from '#shared/script/segment.ts'
import { createPronouncer, type Pronunciation, type Respelling } from '#shared/speech/pronunciations.ts'

/** Words as they are written, and as how many they are said. */
export interface SaidWords {
  readonly written: readonly string[]
  readonly said: number
}

/** A whitespace-separated word and where it stands in its text: [from, to) in UTF-16 code units. */
interface PlacedWord {
  readonly text: string
  readonly from: number
  readonly to: number
}

const placeWords = (text: string): PlacedWord[] =>
  Array.from(text.matchAll(/\S+/gu), (match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))

/** Words of a segment, by their places, that a mark respells. */
export type SaySpan = Extract<Mark, { kind: 'say' }>

/** A segment's words and how they are said. */
export interface Sayings {
  readonly text: string
  readonly words: readonly PlacedWord[]
  /** Words that are said as one, in order. */
  readonly spans: readonly SaySpan[]
  readonly findPronounced: (text: string) => readonly Respelling[]
  /** Where sentences end, without the white space behind them. */
  readonly stops: ReadonlySet<number>
}

export function openSayings({ text, marks = [] }: Segment, list: readonly Pronunciation[]): Sayings {
  const words = placeWords(text)
  const spans = spansOf(marks, words.length)
  const isPlain = spans.length === 0 && list.length === 0
  return {
    text,
    words,
    spans,
    findPronounced: createPronouncer(list),
    stops: isPlain ? new Set() : sentenceEnds(text),
  }
}

/** The spans of a segment's `say` marks that hold a word, in order; of two that overlap the first. */
function spansOf(marks: readonly Mark[], words: number): SaySpan[] {
  const spans: SaySpan[] = []
  for (const mark of marks.toSorted((one, other) => one.at - other.at)) {
    if (mark.kind !== 'say' || mark.at < (spans.at(-1)?.to ?? 0)) continue
    const to = Math.min(mark.to, words)
    if (mark.at < to) spans.push({ ...mark, to })
  }
  return spans
}

/**
 * Words of a segment as they are said: those of `spans` as their marks say, else those of the list as it says. The
 * punctuation around them stays, and so does a possessive 's.
 *
 * @param first the place of the first word, and `end` that behind the last; no span reaches across
 */
export function sayWords(sayings: Sayings, first: number, end: number): { text: string; words: SaidWords[] } {
  const { text, words, spans, findPronounced } = sayings
  const respelled: Respelling[] = []
  let open = words[first]?.from ?? 0
  const search = (to: number) => {
    for (const { from, to: until, said } of findPronounced(text.slice(open, to)))
      respelled.push(keepStop({ from: open + from, to: open + until, said }, sayings))
  }
  for (const span of spans) {
    if (span.at < first || span.to > end) continue
    search(words[span.at]!.from)
    respelled.push(respelledSpan(span, sayings))
    open = words[span.to - 1]!.to
  }
  search(words[end - 1]?.to ?? 0)
  return assemble(text, words.slice(first, end), respelled)
}

/** The text with its respellings, and which of its words came of which. */
function assemble(text: string, words: readonly PlacedWord[], respelled: readonly Respelling[]) {
  const said: SaidWords[] = []
  let spoken = ''
  let next = 0
  for (let at = 0; at < words.length; ) {
    const { from } = words[at]!
    let to = at + 1
    const first = next
    for (let found = respelled[next]; found && found.from < words[to - 1]!.to; found = respelled[++next]) {
      while (words[to - 1]!.to < found.to) to++
    }
    const end = words[to - 1]!.to
    const own = replaceAll(text.slice(from, end), from, respelled.slice(first, next))
    const written = words.slice(at, to).map((word) => word.text)
    said.push({ written, said: wordsOf(own).length })
    spoken += own + text.slice(end, words[to]?.from ?? end)
    at = to
  }
  return { text: spoken, words: said }
}

function replaceAll(text: string, offset: number, respelled: readonly Respelling[]): string {
  let at = 0
  let whole = ''
  for (const { from, to, said } of respelled) {
    whole += text.slice(at, from - offset) + said
    at = to - offset
  }
  return whole + text.slice(at)
}

const openers = /^[\p{Ps}\p{Pi}"'¿¡]*/u
const closers = /[\p{Pe}\p{Pf}"'.,;:!?…。、，！？—–]*$/u
const possessive = /['’]s$/u

/** What a mark says for its words, whose own punctuation is not among what it respells. */
function respelledSpan({ at, to: end, as }: SaySpan, sayings: Sayings): Respelling {
  const { text, words } = sayings
  const [first, last] = [words[at]!, words[end - 1]!]
  const said = as.trim().replace(/\s+/gu, ' ')
  const from = first.from + openers.exec(first.text)![0].length
  const bare = text.slice(from, last.to).replace(closers, '')
  // A word of nothing but punctuation is said as a whole.
  if (bare === '') return { from: first.from, to: last.to, said }
  const owner = possessive.test(bare) && !/s$/iu.test(said) ? bare.replace(possessive, '') : bare
  const to = from + owner.length
  // `Dr.` said as `doctor` has no stop, unless a sentence ends with it.
  const isAbbreviation = owner === bare && text[to] === '.' && !endsAt(to + 1, sayings)
  return { from, to: isAbbreviation ? to + 1 : to, said }
}

/** An entry that ends in a full stop (`etc.`) does not take it away from a sentence that ends with it. */
function keepStop(respelling: Respelling, sayings: Sayings): Respelling {
  const stop = sayings.text[respelling.to - 1] ?? ''
  if (!/[.!?…]/.test(stop) || respelling.said.endsWith(stop) || !endsAt(respelling.to, sayings)) return respelling
  return { ...respelling, said: respelling.said + stop }
}

/** Whether a sentence ends at a place, or behind what closes there. */
const endsAt = (at: number, { text, stops }: Sayings) =>
  stops.has(at + /^[\p{Pe}\p{Pf}"']*/u.exec(text.slice(at, at + 20))![0].length)

function sentenceEnds(text: string): Set<number> {
  const ends = new Set<number>()
  let at = 0
  for (const sentence of splitSentences(text)) {
    ends.add(at + sentence.trimEnd().length)
    at += sentence.length
  }
  return ends
}
