import { level } from './piece/openPiece.ts'
import { blank } from './piece/piece.ts'

// A dash as it was meant, or as an em or en dash looks once its bytes were read in another encoding than its own, or
// while it still is an entity.
const dashes = [
  /\p{Dash}/u,
  /&(?:mdash|ndash|minus|horbar|#821[123]|#x201[345]);/, // of HTML
  /‚Ä[îì]/, // UTF-8 read as Mac Roman
  /â€["“”–—]/, // as Windows-1252, its third byte a curly, straightened or resolved quote
  /â\u0080[\u0093\u0094]/, // as Latin-1
  /вЂ[“”]/, // as Windows-1251
  /[ΓÔ]Ç[öô]/, // as DOS 437 or 850
  /Ã¢â‚¬â€["œ“”\u009d]?/, // as Windows-1252, twice
  /[\u0096\u0097\uFFFD]/, // one byte of Windows-1252, read as Latin-1 or as UTF-8
]
const bareDash = `(?:${dashes.map((form) => form.source).join('|')})`
// A character that was decoded has some blanks behind it.
export const dash = `(?:${bareDash}\\uFDD0{0,10})`

// White space, and the zero-width characters that pages and chat programs put between words.
export const gap = String.raw`(?:[\s\u200B-\u200D\u2060\uFDD0]|&nbsp;)*`

// The look-behind starts a match at the first dash of a run only, which keeps the search linear in a page of dashes.
// Where a letter touches a dash the word is part of another one (play-pause-stop, --pause --force), but for a run of
// dashes that is set tight between two sentences.
const pause = 'pause'.replace(/./g, '$&\uFDD0?')
const signs = String.raw`[*_~\x60"'“”„«»()[\]{}]{0,4}`
const word = `${gap}${signs}${pause}[.!:…]{0,3}${signs}${gap}`
const between = String.raw`(?<![\p{L}\p{N}\\]|${bareDash})${dash}+(?:${word}${dash}+)+(?!${bareDash}|[\p{L}\p{N}\uFDD0])`
const tight = String.raw`(?<=[.!?…])(?:-{2,3}|—{1,3}|–{2,3})pause(?:-{2,3}|—{1,3}|–{2,3})(?=\p{L})`
const around = String.raw`[>#*+•\-_~\x60=|"'“”„«».: \t\uFDD0]{0,20}`
const inside = String.raw`[ \t\uFDD0]*${pause}[.!…]?[ \t\uFDD0]*`
const enclosed = String.raw`\[${inside}\]|\(${inside}\)|\{${inside}\}|<${inside}/?>(?:</pause>)?|[*_~=\x60]${inside}[*_~=\x60]`
const alone = String.raw`^[ \t\uFDD0]*${around}(?:${enclosed})${around}[ \t\uFDD0]*$`
// The same sign on both sides, whatever it is, but for quotation signs: somebody may say "Pause."
const sign = String.raw`[^\p{L}\p{N}\s\uFDD0\uFE0F"'“”„«»‘’,;:!?()[\]{}<>]`
const mirrored = String.raw`^[ \t>\uFDD0]*(?:${sign}[\uFE0F \t]*){0,10}(${sign})\uFE0F?[ \t\uFDD0]*${pause}[ \t\uFDD0]*\1(?:[\uFE0F \t]*${sign}){0,10}[\uFE0F \t\uFDD0]*$`
const pointed = String.raw`^[ \t]*[→►▶»]\uFE0F?[ \t]*${pause}[ \t]*[←◄◀«][ \t]*$`
const heading = String.raw`^[ \t>\uFDD0]*#{1,6}[ \t]+${signs}${pause}${signs}[.!…]?[ \t#\uFDD0]*$`
const pictured = String.raw`^[ \t\uFDD0]*[⏸⏯]\uFE0F?[ \t\uFDD0]*$`

const marker = new RegExp([between, tight, alone, mirrored, pointed, heading, pictured].join('|'), 'gimu')

/** Where a pause marker stands in a script, with the signs that belong to it. */
export interface Cut {
  readonly from: number
  readonly to: number
}

/**
 * Finds the pause markers of a script: the word pause alone between dashes of any kind and number, in any case, with any
 * white space around it, or in brackets, between two equal signs or as a heading alone on a line. Emphasis, quotation signs, brackets, tags and the
 * signs of a heading, a quote or a list around one belong to it.
 */
export function findCuts(script: string): Cut[] {
  const text = level(script, true)
  const matches = [...text.matchAll(marker)]
  let before = 0
  return matches.map(({ 0: { length }, index }, position) => {
    const limit = matches[position + 1]?.index ?? text.length
    const cut = widen(text, { from: index, to: index + length }, before, limit)
    before = cut.to
    return cut
  })
}

const opening = '([{<“„«»‘‚‹›'
const closing: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹',
}
const openingTag = /<(?:[a-z][^<>]{0,100}|!)>?[ \t]*$/i
const closingTag = /^[ \t]*<\/?[a-z][^<>]{0,100}>/i
const signOfLine =
  /^[\s\uFDD0>#*+•\-–—_~`"'“”„«».:;,|=()[\]{}]*(?:\d{1,3}[.)])?[\s\uFDD0>#*+•\-–—_~`"'“”„«».:;,|=()[\]{}]*$/
const beginOfLine = /^[\s\uFDD0]*(?:>[ \t]*|#{1,6}[ \t]+|[-*+•][ \t]+)*$/
const farthest = 120

/** A marker with what stands around it and is about nothing else. */
function widen(text: string, { from, to }: Cut, least: number, most: number): Cut {
  let cut: Cut = { from, to }
  for (let round = 0; round < 8; round++) {
    const wider = widenOnce(text, cut, least, most)
    if (wider.from === cut.from && wider.to === cut.to) break
    cut = wider
  }
  const stop = /^[.:,;!?…](?![\p{L}\p{N}.])/u.test(text.slice(cut.to, cut.to + 2)) && cut.to < most ? 1 : 0
  return widenToLine(text, { from: cut.from, to: cut.to + stop }, least, most)
}

function widenOnce(text: string, { from, to }: Cut, least: number, most: number): Cut {
  const left = text.slice(Math.max(least, from - farthest), from)
  const right = text.slice(to, Math.min(most, to + farthest))
  const same = /(\*{1,3}|_{1,3}|~~|`{1,3}|["'])$/.exec(left)?.[1]
  if (same && right.startsWith(same)) return { from: from - same.length, to: to + same.length }
  const [, bracket, spaceBefore = ''] = /(\S)([ \t\uFDD0]*)$/.exec(left) ?? []
  const [, spaceBehind = '', partner] = /^([ \t\uFDD0]*)(\S)/.exec(right) ?? []
  if (bracket && partner && opening.includes(bracket) && closing[bracket]!.includes(partner)) {
    return { from: from - spaceBefore.length - 1, to: to + spaceBehind.length + 1 }
  }
  if (left.endsWith('<!') && right.startsWith('>')) return { from: from - 2, to: to + 1 }
  const tagBefore = openingTag.exec(left)?.[0] ?? ''
  const tagBehind = closingTag.exec(right)?.[0] ?? ''
  return { from: from - (tagBefore.endsWith('!') ? 0 : tagBefore.length), to: to + tagBehind.length }
}

/** The whole line where nothing but signs stands beside the marker; else the signs that begin the line. */
function widenToLine(text: string, { from, to }: Cut, least: number, most: number): Cut {
  let begin = Math.max(least, text.lastIndexOf('\n', from - 1) + 1)
  while (text[begin] === blank) begin++
  const next = text.indexOf('\n', to)
  const end = Math.min(most, next < 0 ? text.length : next)
  if (from - begin > farthest) return { from, to }
  const before = text.slice(begin, from)
  if (end - to <= farthest && signOfLine.test(before) && signOfLine.test(text.slice(to, end)))
    return { from: begin, to: end }
  return { from: beginOfLine.test(before) ? begin : from, to }
}
