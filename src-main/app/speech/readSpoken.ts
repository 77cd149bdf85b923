import { openSayings, type SaidWords, sayWords } from '#pipeline/speech/sayWords.ts'
import { scriptLimit } from '#shared/domain.ts'
import { findLanguage } from '#shared/reading/findLanguage.ts'
import type { Reading, ReadWord } from '#shared/reading/reading.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { ok, type Result } from '#shared/result.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import { type Segment, wordsOf } from '#shared/script/segment.ts'
import type { Pronunciation } from '#shared/speech/pronunciations.ts'
import { readSource } from '../source/readSource.ts'

/** One part of a script, or one line, as it is read. */
export interface SpokenPart {
  /** Words that are said as one are one word here. */
  readonly reading: Reading
  /** How many words of the reading stand in each of its lines. */
  readonly lines: readonly number[]
}

export interface ReadChoices {
  /** ISO 639-1; the script's own where absent. */
  readonly language: string | undefined
  /** Whether every line is read by itself, as it was typed; else every part between pause markers is, as a whole. */
  readonly lines: boolean
  readonly pronunciations: readonly Pronunciation[]
}

/**
 * Reads a script and tells how it is said, without a voice: with the words of its pronunciation list, and what its marks
 * say of others.
 *
 * @param source path of a file, or `-` for standard input
 */
export async function readSpoken(
  source: string,
  { language, lines, pronunciations }: ReadChoices,
  signal: AbortSignal,
): Promise<Result<SpokenPart[]>> {
  const markup = lines ? 'none' : 'light'
  const read = await readSource(source, { limit: scriptLimit, markup }, signal)
  if (!read.ok) return read
  const { script } = read.value
  if (!lines) {
    const { segments } = parseScript(script, markup)
    const whole = language ?? findLanguage(segments.map(({ text }) => text).join(' '))
    return ok(segments.map((segment) => readPart(segment, whole, pronunciations)))
  }
  const typed = script.replace(/\n$/, '').split('\n')
  return ok(typed.map((text) => readPart({ index: 1, text }, language ?? findLanguage(text), pronunciations)))
}

function readPart(segment: Segment, language: string, pronunciations: readonly Pronunciation[]): SpokenPart {
  const sayings = openSayings(segment, pronunciations)
  const { text, words } = sayWords(sayings, 0, sayings.words.length)
  const reading = readWords(wordsOf(text), language)
  const read = fold(reading.words, words)
  // A line is a paragraph; it ends behind the words that are said as one across its end.
  const ends = segment.text.split('\n\n').map((line) => wordsOf(line).length)
  const lines: number[] = []
  let [at, written, until] = [0, 0, 0]
  for (const count of ends) {
    until += count
    const from = at
    while (written < until && at < read.length) written += read[at++]!.count
    lines.push(at - from)
  }
  return { reading: { ...reading, words: read.map(({ word }) => word) }, lines }
}

/** What is read, by what was written; `count` is how many written words that is. */
function fold(read: readonly ReadWord[], words: readonly SaidWords[]): { word: ReadWord; count: number }[] {
  let at = 0
  return words.flatMap(({ written, said }) => {
    const own = read.slice(at, at + said)
    at += said
    if (own.length === written.length)
      return own.map((word, i) => ({ word: { ...word, written: written[i]! }, count: 1 }))
    const spoken = own.flatMap((word) => word.spoken)
    return [{ word: { written: written.join(' '), spoken }, count: written.length }]
  })
}
