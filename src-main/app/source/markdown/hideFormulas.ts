import type { Nodes, Root } from 'mdast'

/**
 * Takes formulas between `$$` out of a text, wherever no code stands.
 * @param tree the text, parsed
 * @param count told once for each formula
 */
export function hideFormulas(text: string, tree: Root, count: () => void): string {
  const code = [...spansOf(tree)]
  return text.replace(/(?<!\\)\$\$(?!\$)[\s\S]+?(?<!\\)\$\$/g, (formula, at: number) => {
    // Two prices far apart are no formula.
    if (/\n\s*\n\s*\S[\s\S]*\n\s*\n/.test(formula) || code.some(([from, to]) => from < at + formula.length && at < to))
      return formula
    count()
    return ''
  })
}

/** Where code stands, as offsets. */
function* spansOf(node: Nodes): Generator<readonly [number, number]> {
  const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  if (node.type === 'code' || node.type === 'inlineCode') yield [from, to]
  if ('children' in node) for (const child of node.children) yield* spansOf(child)
}
