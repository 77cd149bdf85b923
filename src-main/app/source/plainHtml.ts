import type { LeftOut } from '#shared/script/leftOut.ts'

// In which no words stand that are meant for a reader.
const unread = /<(script|style|template|svg|iframe|object)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const comments = /<!--[\s\S]*?(?:-->|$)/g
const tables = /<table\b[^>]*>[\s\S]*?(?:<\/table\s*>|$)/gi
const code = /<pre\b[^>]*>[\s\S]*?(?:<\/pre\s*>|$)/gi
const pictures = /<(?:img|picture|video|audio)\b[^>]*>/gi
const breaks =
  /<\/?(?:address|article|aside|blockquote|body|br|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|ul)\b[^>]*>/gi
const tags = /<\/?[a-z][^>]*>|<[!?][^>]*>/gi

/** The words between tags, on lines of their own where the tags make such. What is left out is counted. */
export function plainHtml(html: string, leftOut: (kind: keyof LeftOut) => void): string {
  const count = (kind: keyof LeftOut) => () => {
    leftOut(kind)
    return ''
  }
  return html
    .replace(comments, count('comment'))
    .replace(unread, '')
    .replace(tables, count('table'))
    .replace(code, count('code'))
    .replace(pictures, count('picture'))
    .replace(breaks, '\n')
    .replace(tags, '')
}
