import { findMarks, type WrittenMark } from '#shared/script/findMarks.ts'
import { writeSetting } from '#shared/script/writeScript.ts'

/** A place in a card's text, or what is selected of it: [from, to) in UTF-16 units. */
export interface Selection {
  readonly from: number
  readonly to: number
}

/** A text after an edit, and what is selected in it then. */
export interface EditedText extends Selection {
  readonly text: string
}

/** A mark as it is asked for. A setting without a value goes back to what is chosen for the script. */
export type NewMark =
  | { readonly kind: 'silence'; readonly value: number }
  | { readonly kind: 'voice' | 'background'; readonly value: string | undefined }
  | { readonly kind: 'speed'; readonly value: number | undefined }
  | { readonly kind: 'title' | 'look'; readonly value: string }
  | { readonly kind: 'emphasis' }
  | { readonly kind: 'say'; readonly value: string }

/** The innermost mark that a selection, or the caret, is inside of. */
export function markAt(text: string, { from, to }: Selection): WrittenMark | undefined {
  return findMarks(text).findLast((mark) =>
    from === to ? mark.from < from && from < mark.to : mark.from <= from && to <= mark.to,
  )
}

/**
 * The words that are selected, without white space around them; else the word at the caret, without the punctuation
 * around it. Undefined where there is none, or where a mark of words could not enclose it.
 */
export function wordsAt(text: string, { from, to }: Selection): Selection | undefined {
  const around = markAt(text, { from, to })?.words
  const start = from === to ? lineStart(text, from) : from
  const written = text.slice(start, from === to ? lineEnd(text, from) : to)
  if (around) return { from: around[0], to: around[1] }
  const word =
    from === to
      ? [...written.matchAll(/[^\s[\]()*_“”„"«»…]+/gu)].find(
          ({ index, 0: one }) => start + index <= from && from <= start + index + one.length,
        )
      : /\S(?:.*\S)?/su.exec(written)
  if (!word) return undefined
  const inner = from === to ? word[0].replace(/[.,;:!?]+$/u, '') : word[0]
  if (!/[\p{L}\p{N}\p{S}]/u.test(inner) || /[[\]\n]/u.test(inner)) return undefined
  return { from: start + word.index, to: start + word.index + inner.length }
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1
const lineEnd = (text: string, at: number) => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/**
 * Writes a mark into a text: a silence behind the word at the caret, a setting before it, a title or look at the text's
 * beginning in place of the one that it has, marks of words around them. The caret stands behind it then.
 */
export function insertMark(text: string, selection: Selection, mark: NewMark): EditedText {
  if (mark.kind === 'emphasis' || mark.kind === 'say') {
    const words = wordsAt(text, selection)
    if (!words) return { text, ...selection }
    return replace(text, words, enclose(text.slice(words.from, words.to), mark))
  }
  if (mark.kind === 'title' || mark.kind === 'look') {
    const before = findMarks(text).find(({ kind }) => kind === mark.kind)
    if (before) return changeMark(text, before, mark)
    return replace(text, { from: 0, to: 0 }, `${write(mark)}\n`)
  }
  const at = mark.kind === 'silence' ? behindWord(text, selection.to) : beforeWord(text, selection.from)
  const before = at === 0 || /\s/.test(text[at - 1]!) ? '' : ' '
  const behind = /^(?:\s|[.,;:!?…])/u.test(text.slice(at)) || at === text.length ? '' : ' '
  const edited = replace(text, { from: at, to: at }, `${before}${write(mark)}${behind}`)
  // At the end it is written on with a space.
  return at === text.length && mark.kind !== 'silence' ? replace(edited.text, edited, ' ') : edited
}

/** Gives a mark another value. */
export function changeMark(text: string, { from, to, words }: WrittenMark, mark: NewMark): EditedText {
  if (mark.kind !== 'say' && mark.kind !== 'emphasis') return replace(text, { from, to }, write(mark))
  return replace(text, { from, to }, enclose(words ? text.slice(...words) : text.slice(from, to), mark))
}

/** Takes a mark out; of one that is about words these stay. */
export function removeMark(text: string, { from, to, words }: WrittenMark): EditedText {
  if (words) return replace(text, { from, to }, text.slice(...words))
  const isAlone = (from === 0 || text[from - 1] === '\n') && text[to] === '\n'
  const isSpaced = (from === 0 || /\s/.test(text[from - 1]!)) && text[to] === ' '
  return replace(text, { from, to: to + (isAlone || isSpaced ? 1 : 0) }, '')
}

function replace(text: string, { from, to }: Selection, by: string): EditedText {
  const end = from + by.length
  return { text: text.slice(0, from) + by + text.slice(to), from: end, to: end }
}

function enclose(words: string, mark: Extract<NewMark, { kind: 'emphasis' | 'say' }>): string {
  if (mark.kind === 'emphasis') return `*${words}*`
  return `[${words}](say: ${mark.value.replace(/[()\n]+/g, ' ').trim()})`
}

function write(mark: Exclude<NewMark, { kind: 'emphasis' | 'say' }>): string {
  if (mark.kind === 'silence') return `[pause ${mark.value}s]`
  return writeSetting(mark.kind, mark.value ?? 'default')
}

/** The end of the word that a place is within, or of the mark that it is in. */
function behindWord(text: string, at: number): number {
  if (at === 0 || /\s/.test(text[at - 1]!)) return at
  const end = at + /^\S*/u.exec(text.slice(at))![0].length
  const mark = signsAt(text, end)
  return mark ? behindWord(text, mark.to) : end
}

/** The beginning of the word that a place is within, or of the mark that it is in. */
function beforeWord(text: string, at: number): number {
  const begin = at - /\S*$/u.exec(text.slice(lineStart(text, at), at))![0].length
  const mark = signsAt(text, begin)
  return mark ? beforeWord(text, mark.from) : begin
}

/** The mark whose signs another one may not stand among. */
const signsAt = (text: string, at: number) =>
  findMarks(text).find(({ kind, from, to }) => kind !== 'emphasis' && from < at && at < to)
