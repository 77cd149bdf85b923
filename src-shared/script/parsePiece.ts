import { decodeEntities } from './light/decodeEntities.ts'
import { takeBlocks } from './light/takeBlocks.ts'
import { takeColumns } from './light/takeColumns.ts'
import { takeDirections } from './light/takeDirections.ts'
import { takeInline } from './light/takeInline.ts'
import { takeReply } from './light/takeReply.ts'
import { takeTags } from './light/takeTags.ts'
import { readMarks } from './marks/readMarks.ts'
import type { Markup } from './parseScript.ts'
import { composeText } from './piece/composeText.ts'
import { findLeftOut, type Stretch } from './piece/findLeftOut.ts'
import { keepEscaped } from './piece/keepEscaped.ts'
import { openPiece } from './piece/openPiece.ts'
import type { Found, Told } from './piece/piece.ts'
import type { Mark } from './segment.ts'

/** `spoken`: formatting is taken out, but what would be left out with its words stays. */
export type PieceMarkup = Markup | 'spoken'

export interface ParsedPiece {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly title?: string
  readonly look?: string
  /** Its marks at their places in the source, in the order in which they were found. */
  readonly found: readonly Found[]
  readonly told: readonly Told[]
  /** What of the source is neither spoken nor shown, besides marks of a place. */
  readonly leftOut: readonly Stretch[]
}

const kept = new Map<string, ParsedPiece>()
const mostKept = 500
const longestKept = 20_000
/** The last one that is longer: an editor asks for the same one many times between two keys. */
let lastLong: { readonly source: string; readonly markup: PieceMarkup; readonly parsed: ParsedPiece } | undefined

/** Parses a piece between two cuts. Pieces that were parsed a while ago are remembered: an editor asks at every key. */
export function parsePiece(source: string, markup: PieceMarkup): ParsedPiece {
  if (source.length > longestKept) {
    if (lastLong?.source !== source || lastLong.markup !== markup)
      lastLong = { source, markup, parsed: parse(source, markup) }
    return lastLong.parsed
  }
  const key = `${markup} ${source}`
  const before = kept.get(key)
  if (before) return before
  const parsed = parse(source, markup)
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.set(key, parsed)
  return parsed
}

function parse(source: string, markup: PieceMarkup): ParsedPiece {
  const isMarkup = markup !== 'none'
  const piece = openPiece(source, isMarkup)
  keepEscaped(piece, isMarkup)
  readMarks(piece)
  if (isMarkup) {
    // A line break of HTML in a cell ends no row.
    if (markup === 'light') takeColumns(piece)
    takeTags(piece)
    decodeEntities(piece)
    if (markup === 'light') {
      takeReply(piece)
      takeDirections(piece)
    }
    takeBlocks(piece)
    takeInline(piece)
  }
  const { text, marks } = composeText(piece)
  const title = nameOf(piece.found, 'title')
  const look = nameOf(piece.found, 'look')
  return {
    text,
    marks,
    ...(title !== undefined && { title }),
    ...(look !== undefined && { look }),
    found: piece.found,
    told: piece.told,
    leftOut: findLeftOut(piece),
  }
}

function nameOf(found: readonly Found[], kind: 'title' | 'look'): string | undefined {
  const named = found.find(({ asked }) => asked.kind === kind)?.asked
  return named && 'name' in named ? named.name : undefined
}
