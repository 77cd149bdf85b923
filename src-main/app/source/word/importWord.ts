import { z } from 'zod'
import type { LeftOutKind } from '#shared/script/notes/leftOut.ts'
import { countLeftOut, type PlainScript } from '../plainScript.ts'
import { isSpokenTable, writeTable } from '../spokenTable.ts'
import { hiddenHighlight, hidingStyles, markHidden } from './markHidden.ts'
import { type NoWord, openWord, packWord } from './openWord.ts'

/** A node of the document as mammoth reads it. */
interface WordNode {
  readonly type: string
  readonly value?: string | undefined
  readonly styleId?: string | null | undefined
  readonly highlight?: string | null | undefined
  readonly children?: readonly WordNode[] | undefined
}
const WordNode: z.ZodType<WordNode> = z.object({
  type: z.string(),
  value: z.string().optional(),
  styleId: z.string().nullish(),
  highlight: z.string().nullish(),
  children: z.lazy(() => z.array(WordNode)).optional(),
})

/** What is known at every place of the document. */
interface Reader {
  readonly hiding: ReadonlySet<string>
  readonly count: (kind: LeftOutKind) => void
}

/**
 * The words of a Word document (.docx): every paragraph, heading and list item a paragraph, line breaks kept. What was
 * deleted with its changes tracked is no part of it; hidden text, footnotes, pictures and tables of figures are left out
 * and counted. Tables whose cells hold sentences are layout, and read row by row. No address in it is ever asked.
 */
export async function importWord(bytes: Uint8Array): Promise<PlainScript | NoWord> {
  const parts = await openWord(bytes)
  if (typeof parts === 'string') return parts
  const document = await readDocument(parts)
  if (!document) return 'NOT_WORD'
  const { leftOut, count } = countLeftOut()
  const reader: Reader = { hiding: hidingStyles(parts.get('word/styles.xml') ?? ''), count }
  const paragraphs = paragraphsOf(document, reader).map(tidy)
  return { script: paragraphs.filter((text) => text !== '').join('\n\n'), leftOut }
}

async function readDocument(parts: ReadonlyMap<string, string>): Promise<WordNode | undefined> {
  const marked = new Map(
    [...parts].map(([name, xml]) => [name, name.startsWith('word/') ? plainBreaks(markHidden(xml)) : xml]),
  )
  const buffer = await packWord(marked)
  // Loaded when it is needed: start-up does not wait for it.
  const { default: mammoth } = await import('mammoth')
  let document: WordNode | undefined
  const take = (read: unknown) => {
    document = WordNode.safeParse(read).data
    // Nothing of it is to become HTML; no picture is opened.
    return { ...(read as object), children: [] }
  }
  try {
    await mammoth.convertToHtml({ buffer }, { transformDocument: take })
  } catch {
    return undefined
  }
  return document
}

/** Carriage returns and aligned tabs, which mammoth passes over, as the breaks and tabs that it knows. */
const plainBreaks = (xml: string): string =>
  xml.replace(/<(\w+):cr\s*\/>/g, '<$1:br/>').replace(/<(\w+):ptab(?:\s[^<>]*)?\/>/g, '<$1:tab/>')

/** The paragraphs of blocks; what stands outside of any is one by itself. */
function paragraphsOf(node: WordNode, reader: Reader): string[] {
  if (node.type === 'paragraph') return isHidden(node, reader) ? hide(node, reader) : splitParagraph(node, reader)
  if (node.type === 'table') return tableOf(node, reader)
  return (node.children ?? []).flatMap((child) => paragraphsOf(child, reader))
}

/** A paragraph with what stands in it; a text box makes paragraphs of its own. */
function splitParagraph(node: WordNode, reader: Reader): string[] {
  const boxes: string[] = []
  const text = textOf(node, reader, boxes)
  return [text, ...boxes]
}

function textOf(node: WordNode, reader: Reader, boxes: string[]): string {
  switch (node.type) {
    case 'text':
      return node.value ?? ''
    case 'tab':
      return ' '
    case 'break':
      return '\n'
    case 'noteReference':
      reader.count('footnote')
      return ''
    case 'image':
      reader.count('picture')
      return ''
    case 'run':
      if (isHidden(node, reader)) return hide(node, reader).join('')
  }
  return (node.children ?? [])
    .map((child) => {
      if (child.type !== 'paragraph' && child.type !== 'table') return textOf(child, reader, boxes)
      boxes.push(...paragraphsOf(child, reader))
      return ''
    })
    .join('')
}

const isHidden = ({ highlight, styleId }: WordNode, { hiding }: Reader) =>
  highlight === hiddenHighlight || (styleId != null && hiding.has(styleId))

function hide(node: WordNode, reader: Reader): string[] {
  if (hasWords(node)) reader.count('hidden')
  return []
}

const hasWords = (node: WordNode): boolean =>
  node.type === 'text' ? (node.value ?? '').trim() !== '' : (node.children ?? []).some(hasWords)

/** Words in a cell from which on it holds a sentence. */
const sentenceWords = 6

function tableOf(node: WordNode, reader: Reader): string[] {
  const before = new Map<LeftOutKind, number>()
  const inner: Reader = { ...reader, count: (kind) => before.set(kind, (before.get(kind) ?? 0) + 1) }
  const rows = (node.children ?? []).map((row) =>
    (row.children ?? []).map((cell) => paragraphsOf({ ...cell, type: 'cell' }, inner)),
  )
  const cells = rows.flat()
  const isLayout = cells.some((cell) => cell.join(' ').split(/\s+/).filter(Boolean).length >= sentenceWords)
  const texts = rows.map((row) => row.map((cell) => cell.join(' ')))
  const isSpoken = isSpokenTable(texts)
  if (!isLayout && !isSpoken) {
    reader.count('table')
    return []
  }
  for (const [kind, count] of before) for (let i = 0; i < count; i++) reader.count(kind)
  return isSpoken ? [writeTable(texts)] : cells.flat()
}

/** Without the soft hyphens that tell where a word may be broken. */
const tidy = (text: string) =>
  text
    .replaceAll('\u00AD', '')
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .trim()
