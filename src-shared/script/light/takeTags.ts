import { blank, blanks, type Piece } from '../piece/piece.ts'
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
  if (!piece.text.includes('<')) return
  takeBetween(piece, '<!--', '-->')
  for (const name of unreadElements) takeBetween(piece, `<${name}`, `</${name}>`)
  takeBetween(piece, '<table', '</table>', 'table')
  piece.text = piece.text.replace(/<[?!][a-z][^<>]{0,500}>/gi, blanks)
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
function takeBetween(piece: Piece, from: string, to: string, kind?: 'table'): void {
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
  return (blockTags.has(name) ? '\n' : blank) + blanks(written.slice(1))
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
