import type { Text } from 'mdast'
import { decodeReferences } from '../decodeReferences.ts'
import { literal } from '../literal.ts'

/**
 * The words of a text node as they were written, so that what was escaped in the source stays escaped and what may be a
 * mark of the script stays one. Character references are decoded; links and highlights as note-taking programs write
 * them (`[[page|words]]`, `==words==`) are their words.
 * @param onPicture told once for each `![[picture]]`
 */
export function writtenText(node: Text, source: string, onPicture: () => void): string {
  const { position } = node
  const [from, to] = [position?.start.offset, position?.end.offset]
  if (from === undefined || to === undefined) return literal(node.value)
  const written = source
    .slice(from, to)
    // The marks of block quotes and the indentation of lists stand before every line but the first.
    .replace(/\n[ \t>]*/g, '\n')
    // What is escaped though it is no markup, as Google Docs exports it.
    .replace(/\\(?:([:.,;?'"%@/=$^])|!(?!\[))/g, (_, sign = '!') => sign)
    // Callouts, comments and names of blocks, as note-taking programs write them.
    .replace(/^\[!\w{1,20}\][+-]?[ \t]*/, '')
    .replace(/%%[^%\n]{1,500}%%/g, '')
    .replace(/[ \t]\^[\w-]{1,40}$/gm, '')
    // A footnote mark whose note is missing.
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/!\[\[[^[\]\n]{1,300}\]\]/g, () => {
      onPicture()
      return ''
    })
    .replace(/(?<!\\)\[\[(?:[^[\]|\n]{1,300}\|)?([^[\]|\n]{1,300})\]\]/g, '$1')
    .replace(/(?<![=\\\p{L}\p{N}])==(?=[^\s=])([^=\n]{1,300})(?<=[^\s=])==(?![=\p{L}\p{N}])/gu, '$1')
  return decodeReferences(written)
}
