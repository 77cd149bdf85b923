import type { List, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { pauseMarker } from '#shared/script/cutScript.ts'
import type { LeftOut, LeftOutKind } from '#shared/script/leftOut.ts'
import { literal } from '../literal.ts'
import { plainHtml } from '../plainHtml.ts'
import type { PlainScript } from '../plainScript.ts'
import { hideFormulas } from './hideFormulas.ts'
import { isMark, protectMarks } from './protectMarks.ts'
import { writtenText } from './writtenText.ts'

/** What is known at every place of the document. */
interface Reader {
  /** The document as it was parsed. */
  readonly source: string
  readonly count: (kind: LeftOutKind) => void
}

/**
 * A Markdown text (CommonMark with GitHub's tables, footnotes, strikethrough and task lists) as a script: every heading,
 * paragraph and list item a paragraph, a rule (`---`) a pause marker, emphasis as `*words*`. Pausecut's own marks stay
 * as they were written; what is escaped stays escaped.
 */
export function importMarkdown(markdown: string): PlainScript {
  const leftOut: LeftOut = {}
  const count = (kind: LeftOutKind) => {
    leftOut[kind] = (leftOut[kind] ?? 0) + 1
  }
  const marks = protectMarks(markdown)
  const source = hideFormulas(marks.text, parse(marks.text), () => count('formula'))
  const reader: Reader = { source, count }
  const script = marks.restore(blocksOf(parse(source).children, reader).join('\n\n'))
  return { script, leftOut }
}

const parse = (text: string) =>
  fromMarkdown(text, {
    // One tilde is what people write for "about".
    extensions: [gfm({ singleTilde: false })],
    // Addresses are words as they stand.
    mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  })

/** The paragraphs of blocks. */
function blocksOf(nodes: readonly RootContent[], reader: Reader): string[] {
  return nodes.flatMap((node) => blockOf(node, reader)).filter((block) => block !== '')
}

function blockOf(node: RootContent, reader: Reader): string[] {
  switch (node.type) {
    case 'paragraph':
      return [withoutColons(wordsOf(node.children, reader))]
    case 'heading': {
      const words = wordsOf(node.children, reader)
      // `---`, `pause` and `---` on three lines are a rule and a heading to Markdown.
      return [/^pause$/i.test(words) ? pauseMarker : words]
    }
    case 'thematicBreak':
      return [pauseMarker]
    case 'blockquote':
      return blocksOf(node.children, reader)
    case 'list':
      return itemsOf(node, reader)
    case 'html':
      return [trimLines(plainHtml(node.value, reader.count))]
    case 'code':
      reader.count('code')
      return []
    case 'table':
      reader.count('table')
      return []
    case 'footnoteDefinition':
      reader.count('footnote')
      return []
    default:
      return []
  }
}

const itemsOf = (list: List, reader: Reader): string[] =>
  list.children.flatMap((item) => blocksOf(item.children, reader))

/** The words of what stands within a paragraph, on their lines. */
function wordsOf(nodes: readonly PhrasingContent[], reader: Reader): string {
  return trimLines(nodes.map((node) => phraseOf(node, reader)).join(''))
}

const innerOf = (nodes: readonly PhrasingContent[], reader: Reader): string =>
  nodes.map((node) => phraseOf(node, reader)).join('')

function phraseOf(node: PhrasingContent, reader: Reader): string {
  switch (node.type) {
    case 'text':
      return writtenText(node, reader.source)
    case 'emphasis':
      return emphasised(node, node.children, '*', reader)
    case 'strong':
      return emphasised(node, node.children, '**', reader)
    case 'delete':
      return innerOf(node.children, reader)
    case 'inlineCode':
      return isMark(node.value) ? node.value : literal(node.value)
    case 'break':
      return '\n'
    case 'html':
      return plainHtml(node.value, reader.count)
    case 'link':
    case 'linkReference':
      return linked(node.children, node.type === 'link' ? node.url : undefined, reader)
    case 'image':
    case 'imageReference':
      reader.count('picture')
      return ''
    default:
      return ''
  }
}

function linked(children: readonly PhrasingContent[], url: string | undefined, reader: Reader): string {
  const words = innerOf(children, reader)
  const isPicture = children.some(({ type }) => type === 'image' || type === 'imageReference')
  // An address that stands for itself is read, not left out.
  const isAddress =
    url !== undefined && words !== '' && url.replace(/^mailto:/, '').endsWith(words.replaceAll('\\', ''))
  if (!isPicture && !isAddress) reader.count('link')
  return words
}

/** Key words between their marks; marks within a word (`2*3*4`) are none. */
function emphasised(node: Nodes, children: readonly PhrasingContent[], mark: '*' | '**', reader: Reader): string {
  const words = innerOf(children, reader)
  const { source } = reader
  const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  const before = inWord.test(source.charAt(from - 1))
  const after = inWord.test(source.charAt(to))
  if (before && after && mark === '*') return `*${words}*`
  if (before || after || isMark(words) || words.includes(mark)) return words
  const [only] = children
  const isNested = children.length === 1 && (only?.type === 'emphasis' || only?.type === 'strong')
  return isNested ? words : `${mark}${words}${mark}`
}

const inWord = /[\p{L}\p{N}]/u

/** The colons of a definition list, which is none of Markdown's own. */
const withoutColons = (text: string) => text.replace(/^:[ \t]+/gm, '')

const trimLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
