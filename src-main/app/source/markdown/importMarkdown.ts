import type { Code, Heading, List, Nodes, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { pauseMarker } from '#shared/script/cutScript.ts'
import { ofWords } from '#shared/script/light/takeBlocks.ts'
import type { LeftOutKind } from '#shared/script/notes/leftOut.ts'
import { literal } from '../literal.ts'
import { countLeftOut, type PlainScript } from '../plainScript.ts'
import { isSpokenTable, writeTable } from '../spokenTable.ts'
import { hideFormulas } from './hideFormulas.ts'
import { limitMarkup } from './limitMarkup.ts'
import { isMark, protectMarks } from './protectMarks.ts'
import { writtenText } from './writtenText.ts'

/** What is known at every place of the document. */
interface Reader {
  /** The document as it was parsed. */
  readonly source: string
  readonly count: (kind: LeftOutKind) => void
}

/**
 * A Markdown text (CommonMark with GitHub's tables, footnotes, strikethrough and task lists) as a script, whose own
 * language has signs for headings (`#`), lists and emphasis, and tells directions by them; a rule (`---`) is a pause
 * marker. Pausecut's own marks stay as they were written; what is escaped stays escaped.
 */
export function importMarkdown(markdown: string): PlainScript {
  const { leftOut, count } = countLeftOut()
  const marks = protectMarks(limitMarkup(markdown))
  const whole = parse(marks.text)
  const source = hideFormulas(marks.text, whole, () => count('formula'))
  const reader: Reader = { source, count }
  const document = source === marks.text ? whole : parse(source)
  const script = marks.restore(blocksOf(document.children, reader))
  return { script, leftOut }
}

const parse = (text: string) =>
  fromMarkdown(text, {
    // One tilde is what people write for "about".
    extensions: [gfm({ singleTilde: false })],
    // Addresses are words as they stand.
    mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  })

/** Blocks, apart by an empty line where they make paragraphs; what stood close together stays so. */
function blocksOf(nodes: readonly RootContent[], reader: Reader): string {
  let text = ''
  let before: RootContent | undefined
  for (const node of nodes) {
    const block = blockOf(node, reader)
    if (block === '') continue
    if (before) text += isClose(before, node) ? '\n' : '\n\n'
    text += block
    before = node
  }
  return text
}

/** Whether a block stands right below another one, where in a script too neither runs on into the other. */
function isClose(before: RootContent, node: RootContent): boolean {
  const isNext = before.position?.end.line === (node.position?.start.line ?? 0) - 1
  return isNext && ((node.type === 'list' && !node.ordered) || [before.type, node.type].some((type) => lines.has(type)))
}

const lines: ReadonlySet<string> = new Set(['heading', 'thematicBreak'])

function blockOf(node: RootContent, reader: Reader): string {
  switch (node.type) {
    case 'paragraph':
      return withoutColons(wordsOf(node.children, reader))
    case 'heading':
      return headingOf(node, reader)
    case 'thematicBreak':
      return pauseMarker
    case 'blockquote':
      return blocksOf(node.children, reader)
    case 'list':
      return listOf(node, reader)
    case 'html':
      return trimLines(withoutComments(node.value, reader))
    case 'code':
      return codeOf(node, reader)
    case 'table':
      return tableOf(node, reader)
    case 'footnoteDefinition':
      reader.count('footnote')
      return ''
    default:
      return ''
  }
}

/** Chat programs fence a whole script; what is fenced as no language's code holds words. */
function codeOf({ value, lang, position }: Code, reader: Reader): string {
  const isFenced = /[`~]/.test(reader.source.charAt(position?.start.offset ?? 0))
  if (isFenced && ofWords.test(lang ?? '')) return blocksOf(parse(value).children, { ...reader, source: value })
  reader.count('code')
  return ''
}

function headingOf({ children, depth }: Heading, reader: Reader): string {
  const words = wordsOf(children, reader).replaceAll('\n', ' ')
  // `---`, `pause` and `---` on three lines are a rule and a heading to Markdown.
  if (/^pause$/i.test(words)) return pauseMarker
  return words === '' || isMark(words) ? words : `${'#'.repeat(depth)} ${words}`
}

/** A table of what is seen and said is left to the script's own parser; any other is left out. */
function tableOf({ children }: Table, reader: Reader): string {
  const rows = children.map((row) => row.children.map((cell) => wordsOf(cell.children, reader)))
  if (isSpokenTable(rows)) return writeTable(rows)
  reader.count('table')
  return ''
}

/** Its items with stars: between hyphens an item that is called Pause would be a marker. */
function listOf({ children, ordered, start, spread }: List, reader: Reader): string {
  const items = children.map((item, i) => {
    const words = blocksOf(item.children, reader)
    return words === '' || isMark(words) ? words : `${ordered ? `${(start ?? 1) + i}.` : '*'} ${words}`
  })
  return items.filter((item) => item !== '').join(spread || ordered ? '\n\n' : '\n')
}

/** The words of what stands within a paragraph, on their lines. */
function wordsOf(nodes: readonly PhrasingContent[], reader: Reader): string {
  return trimLines(nodes.map((node) => phraseOf(node, reader)).join(''))
}

const innerOf = (nodes: readonly PhrasingContent[], reader: Reader): string =>
  nodes.map((node) => phraseOf(node, reader)).join('')

function phraseOf(node: PhrasingContent, reader: Reader): string {
  switch (node.type) {
    case 'text':
      return writtenText(node, reader.source, () => reader.count('picture'))
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
      return withoutComments(node.value, reader)
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

/** Tags are left to the script's own parser; a comment goes. */
const withoutComments = (html: string, { count }: Reader) =>
  html.replace(/<!--[\s\S]*?-->/g, () => {
    count('comment')
    return ''
  })

/** The colons of a definition list, which is none of Markdown's own. */
const withoutColons = (text: string) => text.replace(/^:[ \t]+/gm, '')

const trimLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
