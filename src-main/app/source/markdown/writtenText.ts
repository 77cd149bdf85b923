import type { Text } from 'mdast'
import { decodeReferences } from '../decodeReferences.ts'
import { literal } from '../literal.ts'

/**
 * The words of a text node as they were written, so that what was escaped in the source stays escaped and what may be a
 * mark of the script stays one. Character references are decoded.
 */
export function writtenText(node: Text, source: string): string {
  const { position } = node
  const [from, to] = [position?.start.offset, position?.end.offset]
  if (from === undefined || to === undefined) return literal(node.value)
  const written = source
    .slice(from, to)
    // The marks of block quotes and the indentation of lists stand before every line but the first.
    .replace(/\n[ \t>]*/g, '\n')
    // A footnote mark whose note is missing.
    .replace(/\[\^[^\]\s]+\]/g, '')
  return decodeReferences(written)
}
