import { blank, blanks, type Piece, paragraphEnd } from '../piece/piece.ts'

const fence = /^[ \t\uFDD0]*(?:>[ \t]?)*(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^`]*$/
// A block of one of these holds words, and so does one without a language.
export const ofWords = /^(?:text|txt|plain|plaintext|md|markdown|mdx|script|screenplay|fountain|ssml|xml|html|none)?$/i
const rule = /^[ \t\uFDD0>]*(?:([-_=~*#+.·•─━═—–~⸻])[ \t\uFDD0]*){3,}$/
const separator = /^[ \t\uFDD0>]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\uFDD0]*$/
const rowOfTable = /^[ \t\uFDD0>]*\|.*\|[ \t\uFDD0]*$/
const footnote = /^[ \t\uFDD0>]*\[\^[^\]\s]{1,40}\]:/
const target = /^[ \t\uFDD0>]*\[([^\]^\n]{1,200})\]:[ \t]*<?(?:https?:|mailto:|www\.|\/|#|\.)\S*/i
const sourceLine = /^[ \t\uFDD0>]*\[\d{1,3}\][: \t]+<?https?:\/\/\S+[ \t\uFDD0]*$/i
const quote = /^([ \t\uFDD0]*)((?:>[ \t]?)+)/
const heading = /^([ \t\uFDD0]{0,40})(#{1,6})(?=[ \t]+\S|[ \t\uFDD0]*$)/
const bullet = /^([ \t\uFDD0]*)([-*+•‣⁃◦▪▫■●○◆▸▹►➤➢·∙]|[o§](?=\t))(?=[ \t]+\S)/
const box = /^([ \t\uFDD0]*)(\[[ xX✓✔]\])(?=[ \t]+\S)/
const numbered =
  /^[ \t\uFDD0]*(?:\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-hA-H][.)]|\d\uFE0F?\u20E3|[→➜➔➡↳☐☑✓✔✗✘–—]\uFE0F?|\p{Extended_Pictographic}\uFE0F?)[ \t]+\S/u

/**
 * Takes the signs of blocks out: headings, quotes, bullets, boxes, rules, fences. Numbers of a list stay. Tables, code
 * and footnotes are left out with their words. Each item and heading becomes a paragraph of its own.
 */
export function takeBlocks(piece: Piece): void {
  if (!/[-#>*+([•‣⁃◦▪▫■●○◆▸▹►➤➢·∙`~|=_§\d─━═—–⸻↳→➜➔➡☐☑✓✔✗✘]|[a-h][.)]|o\t|\p{Extended_Pictographic}/iu.test(piece.text))
    return
  const lines = piece.text.split('\n')
  const starts = startsOf(lines)
  const tell = (kind: 'table' | 'code' | 'footnote', line: number) =>
    piece.told.push({ kind, at: starts[line]!, text: '' })
  takeFences(lines, tell)
  takeTables(lines, tell)
  takeNotes(lines, tell)

  const ends = lines.map(() => '\n')
  lines.forEach((line, index) => {
    const before = index - 1
    const { text, isItem, isHeading } = takeSigns(line)
    lines[index] = text
    const isNumbered = numbered.test(text) && isListed(lines, index)
    if (before >= 0 && (isItem || isHeading || isNumbered)) ends[before] = paragraphEnd
    if (isHeading) ends[index] = paragraphEnd
  })
  piece.text = lines.map((line, index) => (index < lines.length - 1 ? line + ends[index] : line)).join('')
}

/** Whether a line that begins as an item does is one, and no sentence's next line. */
const isListed = (lines: readonly string[], index: number): boolean =>
  index === 0 ||
  /^$|[.:!?…]$/.test(visible(lines[index - 1]!)) ||
  numbered.test(lines[index - 1]!) ||
  numbered.test(lines[index + 1] ?? '')

const visible = (line: string) => line.replaceAll(blank, '').trim()

function startsOf(lines: readonly string[]): number[] {
  let at = 0
  return lines.map(({ length }) => {
    const start = at
    at += length + 1
    return start
  })
}

function takeSigns(line: string): { text: string; isItem: boolean; isHeading: boolean } {
  if (rule.test(line)) return { text: blanks(line), isItem: false, isHeading: false }
  let text = line.replace(quote, (_, space: string, signs: string) => space + blanks(signs))
  const withoutBullet = text.replace(bullet, (_, space: string) => space + blank)
  const isItem = withoutBullet !== text
  text = withoutBullet
  if (isItem) text = text.replace(box, (_, space: string, sign: string) => space + blanks(sign))
  const withoutHeading = text.replace(heading, (_, space: string, signs: string) => space + blanks(signs))
  const isHeading = withoutHeading !== text
  if (isHeading) text = withoutHeading.replace(/[ \t]#+[ \t\uFDD0]*$/, blanks)
  return { text, isItem, isHeading }
}

type Tell = (kind: 'table' | 'code' | 'footnote', line: number) => void

function takeFences(lines: string[], tell: Tell): void {
  let open: { line: number; sign: string; language: string } | undefined
  lines.forEach((line, index) => {
    const [, sign, language = ''] = fence.exec(line) ?? []
    if (sign === undefined) return
    lines[index] = blanks(line)
    if (!open) open = { line: index, sign, language }
    else if (sign[0] === open.sign[0] && sign.length >= open.sign.length && language === '') {
      if (!ofWords.test(open.language)) {
        tell('code', open.line)
        for (let inside = open.line + 1; inside < index; inside++) lines[inside] = blanks(lines[inside]!)
      }
      open = undefined
    }
  })
}

function takeTables(lines: string[], tell: Tell): void {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    const isSeparator = line.includes('|') && separator.test(line) && index > 0 && lines[index - 1]!.includes('|')
    const isRow = rowOfTable.test(line) && rowOfTable.test(lines[index + 1] ?? '')
    if (!isSeparator && !isRow) continue
    tell('table', isSeparator ? index - 1 : index)
    if (isSeparator) lines[index - 1] = blanks(lines[index - 1]!)
    for (; index < lines.length && lines[index]!.includes('|'); index++) lines[index] = blanks(lines[index]!)
  }
}

/** Footnotes, with what is indented below them, and the addresses of links. */
function takeNotes(lines: string[], tell: Tell): void {
  // Comments as Google Docs writes them below a text: `great.[a]`, and `[a]Shorter?` on a line of its own.
  const nameOf = (line: string) => /^[\s\uFDD0]*\[([a-z]{1,2})\](?=\p{L}|\s+\S)/u.exec(line)?.[1] ?? ''
  const asked = new Set(
    lines.flatMap((line) => Array.from(line.matchAll(/(?<=\S)\[([a-z]{1,2})\]/g), ([, name]) => name!)),
  )
  const comments = new Set(lines.map(nameOf).filter((name) => asked.has(name)))
  const isComment = (line: string) => comments.has(nameOf(line))
  let isFootnote = false
  lines.forEach((line, index) => {
    const begins = footnote.test(line)
    isFootnote = begins || (isFootnote && /^(?: {4}|\t)/.test(line))
    const isNote = sourceLine.test(line) || isComment(line)
    if (begins || isNote) tell('footnote', index)
    if (isFootnote || isNote || target.test(line)) lines[index] = blanks(line)
    else if (comments.size > 0)
      lines[index] = line.replace(/(?<=\S)\[([a-z]{1,2})\]/g, (sign, name: string) =>
        comments.has(name) ? blanks(sign) : sign,
      )
  })
}
