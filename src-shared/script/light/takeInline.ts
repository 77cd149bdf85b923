import { blank, blanks, literal, type Piece, paragraphEnd } from '../piece/piece.ts'
import { takeEmphasis } from './takeEmphasis.ts'

const paragraphs = new RegExp(String.raw`(\n[^\S\n]*\n|${paragraphEnd})`)
const footnoteMark =
  /\[\^[^\]\s]{1,40}\]|【[^】\n]{0,40}†[^】\n]{0,40}】|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\uE200[^\uE201\n]{0,80}\uE201/g
// Numbers of sources, as web pages and chat programs put them behind a sentence.
const source = /(?<=[.,;:!?”"’)\p{L}\uFDD0])(?:\[\d{1,3}(?:[,–-]\s?\d{1,3})*\])+(?=[\s.,;:!?\uFDD0]|$)/gu
const address =
  /\(\s*<?([^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,4})>?(?:\s+["'“‘][^\n]{0,300}?["'”’])?\s*\)/y
const half = /(?<=^[\s\uFDD0]{0,20})\*\*(?=\p{Lu})|(?<=[.!?…])\*\*(?=[\s\uFDD0]{0,20}$)/u
const reference = /\[[^[\]\n]{0,200}\]/y

/** Takes the signs within paragraphs out: code, pictures, links, marks of footnotes and emphasis. */
export function takeInline(piece: Piece): void {
  if (!/[[*_~`【]|==|\uE200/.test(piece.text)) return
  const hasSources = /\[1\]/.test(piece.text)
  let text = piece.text.replace(footnoteMark, blanks)
  if (hasSources) text = text.replace(source, blanks)
  let at = 0
  text = text
    .split(paragraphs)
    .map((paragraph, index) => {
      const from = at
      at += paragraph.length
      if (index % 2 === 1) return paragraph
      return takeEmphasis(piece, takeHighlights(piece, takeLinks(piece, takeCode(paragraph), from), from), from)
    })
    .join('')
  // Of emphasis that a pause marker cut in two.
  if (text.split('**').length === 2) text = text.replace(half, blanks)
  piece.text = text
}

/** What stands between equal runs of backticks stands for itself. */
function takeCode(paragraph: string): string {
  if (!paragraph.includes('`')) return paragraph
  const runs = [...paragraph.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }))
  const next = new Map<number, number>()
  const partners = runs.map(() => -1)
  for (let run = runs.length - 1; run >= 0; run--) {
    partners[run] = next.get(runs[run]!.length) ?? -1
    next.set(runs[run]!.length, run)
  }
  let out = ''
  let done = 0
  for (let run = 0; run < runs.length; run++) {
    const partner = partners[run]!
    if (partner < 0) continue
    const { index, length } = runs[run]!
    const end = runs[partner]!.index
    const inside = paragraph.slice(index + length, end).replace(/[!-/:-@[-`{-~]/g, literal)
    out += paragraph.slice(done, index) + blank.repeat(length) + inside + blank.repeat(length)
    done = end + length
    run = partner
  }
  return out + paragraph.slice(done)
}

const highlight = /(?<![=\p{L}\p{N}])==(?=[^\s=])([^=\n]{1,300})(?<=[^\s=])==(?![=\p{L}\p{N}])/gu

/** Key words as note-taking programs mark them: `==words==`. */
function takeHighlights(piece: Piece, paragraph: string, from: number): string {
  if (!paragraph.includes('==')) return paragraph
  return paragraph.replace(highlight, (written: string, words: string, at: number) => {
    const [begin, end] = [from + at, from + at + written.length]
    piece.found.push({ from: begin, to: end, words: [begin + 2, end - 2], asked: { kind: 'emphasis' } })
    return blank.repeat(2) + words + blank.repeat(2)
  })
}

/** Of a link its words stay; a picture goes. */
function takeLinks(piece: Piece, paragraph: string, from: number): string {
  if (!paragraph.includes('](') && !paragraph.includes('][')) return paragraph
  const units = paragraph.split('')
  const open: number[] = []
  const hide = (start: number, end: number) => units.fill(blank, start, end)
  for (let at = 0; at < paragraph.length; at++) {
    if (paragraph[at] === '[') open.push(at)
    if (paragraph[at] !== ']') continue
    const start = open.pop()
    if (start === undefined) continue
    const end = endOfTarget(paragraph, at + 1)
    // In `grid[i][j]` there is no link.
    const isIndex = paragraph[at + 1] === '[' && /[\p{L}\p{N}\])]/u.test(paragraph[start - 1] ?? '')
    if (end === undefined || isIndex) continue
    const isPicture = paragraph[start - 1] === '!'
    if (isPicture) {
      piece.told.push({ kind: 'picture', at: from + start, text: '' })
      hide(start - 1, end)
    } else {
      hide(start, start + 1)
      hide(at, end)
    }
    at = end - 1
  }
  return units.join('')
}

/** Where the target of a link ends that begins at a place, if there is one. */
function endOfTarget(paragraph: string, at: number): number | undefined {
  for (const form of [address, reference]) {
    form.lastIndex = at
    if (form.test(paragraph)) return form.lastIndex
  }
  return undefined
}
