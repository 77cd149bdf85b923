import { readFileSync } from 'node:fs'
import { readWords } from '#shared/reading/readWords.ts'

/** One public case: what is written, and every reading that counts as right. */
export interface ReadingCase {
  readonly kind: string
  readonly written: string
  readonly readings: readonly string[]
}

const folder = new URL('../../fixtures/reading/', import.meta.url)
const lines = (name: string): string[][] =>
  readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))

/**
 * The public cases of a language (tests/fixtures/reading/README.md). Most German ones stand there the other way round,
 * the reading first.
 */
export function readingCases(language: string): ReadingCase[] {
  return lines(`${language}.tsv`).map(([kind = '', first = '', ...rest]) => {
    const [second = ''] = rest
    const turned = language === 'de' && kind !== 'normalize_with_audio'
    return turned ? { kind, written: second, readings: [first] } : { kind, written: first, readings: rest }
  })
}

/** Cases that are read in another way on purpose, and why a listener is better served. */
export const readingsLeft = (language: string): ReadonlyMap<string, string> =>
  new Map(lines('left.tsv').flatMap(([of, written = '', reason = '']) => (of === language ? [[written, reason]] : [])))

/** The spoken words of a text, with spaces between. */
export const say = (text: string, language: string): string =>
  readWords(text.split(/\s+/).filter(Boolean), language)
    .words.flatMap(({ spoken }) => spoken.map((word) => word.text))
    .join(' ')

const small = new Set(['and', 'the'])

/** A reading without what makes no difference: case, hyphens, `and`, `the`, `o'clock`, spaces, `oh` for zero, `https`. */
const loose = (reading: string): string =>
  reading
    .toLowerCase()
    .normalize('NFC')
    .replace(/https? colon slash slash|h t t p s doppelpunkt slash slash|h t t p s dos puntos barra barra/g, '')
    .replace(/o'clock/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !small.has(word))
    .map((word) => (word === 'oh' ? 'zero' : word))
    .join('')

export const isRight = ({ written, readings }: ReadingCase, language: string): boolean => {
  const said = loose(say(written, language))
  return readings.some((reading) => loose(reading) === said)
}
