import { blank, blanks, type Piece } from '../piece/piece.ts'
import { isStaged } from './directionWords.ts'
import { kindOfLabel } from './kindOfLabel.ts'
import { blockTags, emphasisTags, tagNames, unreadElements } from './tags.ts'

const tag = /<(\/?)([a-z][a-z0-9:-]{0,30})((?:\s[^<>]{0,2000})?)\s*(\/?)>/gi
const encodedTag = /&lt;(\/?)([a-z][a-z0-9:-]{0,30})((?:\s(?:[^<>&]|&(?!gt;|lt;)){0,500})?)&gt;/gi
const address = /<((?:https?:|ftp:|mailto:|tel:)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>/gi

interface Opened {
  readonly name: string
  readonly from: number
  readonly inside: number
  readonly alias?: string
}

/**
 * Takes tags of HTML and SSML out: what they hold stays, but for what is no text. Bold and marked words are emphasised,
 * `<sub alias="…">` says how its words are said.
 */
export function takeTags(piece: Piece): void {
  if (/&lt;\/?[a-z]/i.test(piece.text)) piece.text = piece.text.replace(encodedTag, decodeTag)
  if (piece.text.includes('[/')) takeShortcodes(piece)
  if (!piece.text.includes('<')) return
  if (piece.text.includes('<![CDATA[')) piece.text = piece.text.replace(/<!\[CDATA\[|\]\]>/g, blanks)
  takeBetween(piece, '<!--', '-->')
  piece.text = piece.text.replace(scriptOfWords, (_, open: string, words: string, close: string) =>
    /[{};=]|\w\(|\/\//.test(words.replace(/<[^<>]*>/g, ''))
      ? open + words + close
      : blanks(open) + words + blanks(close),
  )
  for (const name of unreadElements) takeBetween(piece, `<${name}`, `</${name}>`)
  takeBetween(piece, '<table', '</table>', 'table')
  // The words of a picture go with it.
  takeBetween(piece, '<figcaption', '</figcaption>')
  piece.text = piece.text.replace(/<[?!][a-z][^<>]{0,500}>/gi, blanks)
  takeOwnTags(piece)
  const open: Opened[] = []
  piece.text = piece.text.replace(
    tag,
    (written: string, closing: string, name: string, attributes: string, ...rest: unknown[]) =>
      takeTag(piece, open, { written, closing, name: name.toLowerCase(), attributes, at: rest[1] as number }),
  )
  piece.text = piece.text.replace(address, (_, inside: string) => blank + inside + blank)
}

/** A tag whose signs were written as entities, as feeds do, in the same length. */
function decodeTag(written: string, _closing: string, name: string): string {
  if (!tagNames.has(name.toLowerCase())) return written
  return written
    .replace(/^&lt;/, `<${blank.repeat(3)}`)
    .replace(/&gt;$/, `>${blank.repeat(3)}`)
    .replace(/&quot;|&apos;|&#39;/g, (quote) => `"${blanks(quote.slice(1))}`)
    .replace(/^<(\uFDD0+)(\/?[^>]*)>(\uFDD0+)$/, '$1<$2>$3')
}

/** Takes what stands between two texts out, with both, in one go through the piece. */
function takeBetween(piece: Piece, from: string, to: string, kind?: 'table' | 'picture'): void {
  const lower = piece.text.toLowerCase()
  let out = ''
  let done = 0
  for (let at = lower.indexOf(from); at >= 0; at = lower.indexOf(from, done)) {
    const isWhole = from.endsWith('[') || from.endsWith('-') || /[\s>/]/.test(lower[at + from.length] ?? ' ')
    const close = isWhole ? lower.indexOf(to, at + from.length) : at + 1
    if (close < 0) break
    const end = isWhole ? close + to.length : at + 1
    if (isWhole && kind) piece.told.push({ kind, at, text: '' })
    out += piece.text.slice(done, at) + (isWhole ? blanks(piece.text.slice(at, end)) : piece.text.slice(at, end))
    done = end
  }
  if (done > 0) piece.text = out + piece.text.slice(done)
}

const scriptOfWords = /(<script>)((?:(?!<\/?script)[\s\S]){0,50000})(<\/script>)/gi
const attributes = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'))*`
const ownTag = new RegExp(String.raw`<\/?([a-z][\w-]{1,30})${attributes}\s*\/?>`, 'gi')
const ownElement = new RegExp(String.raw`<([a-z][\w-]{1,30})${attributes}>[^<>]{0,2000}</\1>`, 'gi')
const thoughts = /<(think|thinking|thought|reasoning)>[\s\S]{0,50000}?<\/\1>/gi

/**
 * Tags that somebody made up for a script, as chat programs do: `<narration>…</narration>`. They count where one is
 * opened and closed, or stands alone on its line; what is seen and not said goes with them.
 */
function takeOwnTags(piece: Piece): void {
  const closed = new Set(
    Array.from(piece.text.matchAll(/<\/([a-z][\w-]{1,30})\s*>/gi), ([, name]) => name!.toLowerCase()),
  )
  const opened = new Set(
    Array.from(piece.text.matchAll(/<([a-z][\w-]{1,30})(?=[\s>])/gi), ([, name]) => name!.toLowerCase()),
  )
  // A sound in angle brackets (<sigh>) is a direction.
  const isOwn = (name: string) => !tagNames.has(name.toLowerCase()) && !isStaged(name)
  if (![...closed, ...opened].some(isOwn)) return
  const take = (written: string, at: number) => {
    const text = piece.source
      .slice(at, at + written.length)
      .replace(/\s+/g, ' ')
      .slice(0, 80)
    piece.told.push({ kind: 'direction', at, text })
    return blanks(written)
  }
  piece.text = piece.text
    .replace(thoughts, (written: string, _, at: number) => take(written, at))
    .replace(ownElement, (written: string, name: string, at: number) =>
      isOwn(name) && kindOfLabel(name.replace(/[_-]/g, ' '), true) === 'direction' ? take(written, at) : written,
    )
  piece.text = piece.text.replace(ownTag, (written: string, name: string, at: number) => {
    if (!isOwn(name)) return written
    const isPair = closed.has(name.toLowerCase()) && opened.has(name.toLowerCase())
    return isPair || isAloneOnLine(piece.text, at, at + written.length) ? `\n${blanks(written.slice(1))}` : written
  })
}

function isAloneOnLine(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 80), from)
  return /(?:^|\n)[\s\uFDD0]*$/.test(before) && /^[\s\uFDD0]*?(?:\n|$)/.test(text.slice(to, to + 80))
}

const shortcode = /\[(\/?)([a-z][\w-]{0,30})((?:=|\s+[\w-]+\s*=)[^[\]\n]{0,500})?\s*\/?\]/gi

/** Tags in square brackets, of forums and WordPress: those that are closed somewhere. */
function takeShortcodes(piece: Piece): void {
  takeBetween(piece, '[caption', '[/caption]', 'picture')
  const closed = new Set(
    Array.from(piece.text.matchAll(/\[\/([a-z][\w-]{0,30})\]/gi), ([, name]) => name!.toLowerCase()),
  )
  piece.text = piece.text.replace(shortcode, (written: string, _, name: string) =>
    closed.has(name.toLowerCase()) ? blanks(written) : written,
  )
}

interface Tag {
  readonly written: string
  readonly closing: string
  readonly name: string
  readonly attributes: string
  readonly at: number
}

function takeTag(piece: Piece, open: Opened[], { written, closing, name, attributes, at }: Tag): string {
  // In "a <b and c> d" there is no tag.
  if (!tagNames.has(name) || !/^[\s/]*$|=/.test(attributes)) return written
  if (name === 'img') piece.told.push({ kind: 'picture', at, text: '' })
  const alias = name === 'sub' ? /alias\s*=\s*["']([^"']{1,200})/i.exec(attributes)?.[1] : undefined
  if (emphasisTags.has(name) || name === 'sub') {
    if (closing === '')
      open.push({ name, from: at, inside: at + written.length, ...(alias !== undefined && { alias }) })
    else close(piece, open, name, at, written.length)
  }
  // In SSML a sentence is <s>.
  const endsSentence = name === 's' && closing !== '' && /[.!?…]/.test(piece.text[at - 1] ?? '')
  return (blockTags.has(name) || endsSentence ? '\n' : blank) + blanks(written.slice(1))
}

function close(piece: Piece, open: Opened[], name: string, at: number, length: number): void {
  // Tags that overlap are rare; an opening one further back than this is taken for forgotten.
  const found = open.slice(-20).findLastIndex((one) => one.name === name)
  if (found < 0) return
  const [begun] = open.splice(open.length - Math.min(20, open.length) + found)
  const { from, inside, alias } = begun!
  if (name === 'sub' && alias === undefined) return
  const asked = alias === undefined ? ({ kind: 'emphasis' } as const) : ({ kind: 'say', as: alias } as const)
  piece.found.push({ from, to: at + length, words: [inside, at], asked })
}
