import { findLanguage } from '#shared/reading/findLanguage.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { parsePiece } from '#shared/script/parsePiece.ts'
import { createPronouncer, type Pronunciation } from '#shared/speech/pronunciations.ts'
import { wordsBefore } from '../../../store/shownText.ts'
import { markAt, type Selection } from './editMarks.ts'

/** Words on both sides that decide how a word is read. */
const context = 12

/**
 * How words of a card's text are said: as their mark says, as the pronunciation list has them, else as they are read in
 * the card's language.
 */
export function spokenForm(text: string, selection: Selection, list: readonly Pronunciation[]): string {
  const { text: shown, marks } = parsePiece(text, 'light')
  const begin = markAt(text, selection)?.from ?? selection.from
  const from = wordsBefore(text, begin - /\S*$/u.exec(text.slice(Math.max(0, begin - 100), begin))![0].length)
  const to = Math.max(from + 1, wordsBefore(text, selection.to))
  const words = [...shown.matchAll(/\S+/gu)]
  const said = new Map<number, { readonly to: number; readonly as: string }>()
  for (const one of createPronouncer(list)(shown)) {
    const at = words.findIndex(({ index, 0: word }) => index + word.length > one.from)
    const end = words.findIndex(({ index }) => index >= one.to)
    said.set(at, { to: end < 0 ? words.length : end, as: one.said })
  }
  for (const mark of marks) if (mark.kind === 'say') said.set(mark.at, { to: mark.to, as: mark.as })
  const first = Math.max(0, from - context)
  const written = words.slice(first, to + context).map(([word]) => word)
  const read = readWords(written, findLanguage(shown)).words
  const parts: string[] = []
  for (let at = from; at < to; ) {
    const own = said.get(at)
    parts.push(own ? own.as : (read[at - first]?.spoken.map((word) => word.text).join(' ') ?? ''))
    at = own ? Math.max(at + 1, own.to) : at + 1
  }
  return parts.filter((part) => part !== '').join(' ')
}
