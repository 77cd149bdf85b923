/** How deep quotations and lists may stand within each other on one line. */
const mostNested = 40

/** Signs of emphasis, links and tags in one block of lines; more are in no text that somebody wrote. */
const mostSigns = 3000

const container = '[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))'
const nested = new RegExp(`^((?:${container}){${mostNested}})(?:${container})+`, 'gm')
const signs = /[*_~[\]<`]/g

/**
 * A Markdown text with its markup bounded: parsing takes time that grows with the square of what is nested or open at a
 * place, and a text of nothing but such signs would keep a program busy for minutes.
 */
export function limitMarkup(markdown: string): string {
  return markdown
    .replace(nested, '$1')
    .split(/(\n[ \t]*\n)/)
    .map((block) => ((block.match(signs)?.length ?? 0) > mostSigns ? block.replace(signs, '\\$&') : block))
    .join('')
}
