// What a Markdown parser would take for a list, a rule, a link or a tag, though it is a mark of Pausecut's own.
const marks = [
  // `- pause -` on a line of its own, in a quotation too
  /(?<=^[ \t>]*)-[ \t]+pause[ \t]*-+[ \t]*$/,
  /(?<![\\!])\[[ \t]*(?:(?:short|long)[ \t]+)?pause(?:[ \t:][^[\]\n]*)?\](?![(:])/,
  /(?<![\\!])\[[ \t]*(?:voice|speed|background|title|look)[ \t]*:(?:[^[\]\n\\]|\\.)*\](?![(:])/,
  /(?<![\\!])\[[^[\]\n]+\]\([ \t]*say[ \t]*:(?:[^()\n\\]|\\.)*\)/,
  /<\/?(?:break|pause|speak)(?:\s[^<>]*)?\/?>/,
]
const mark = new RegExp(marks.map(({ source }) => source).join('|'), 'gim')

/** A text whose marks are held, so that a parser takes them for words. */
export interface ProtectedText {
  readonly text: string
  /** Puts the marks back into what became of the text. */
  readonly restore: (text: string) => string
}

// Code points that stand for no character and never will.
const [open, close] = ['\uFDD0', '\uFDD1']
const held = new RegExp(`${open}(\\d+)${close}`, 'g')

/** Whether a text is nothing but marks that are held. */
export const isMark = (text: string): boolean => text.includes(open) && text.replace(held, '').trim() === ''

/** Holds Pausecut's own marks, as they were written, while the text around them goes through a Markdown parser. */
export function protectMarks(source: string): ProtectedText {
  const kept: string[] = []
  const text = source
    .replace(/[\uFDD0-\uFDEF]/g, '')
    .replace(mark, (written) => `${open}${kept.push(written.trim()) - 1}${close}`)
  return { text, restore: (from) => from.replace(held, (_, at: string) => kept[Number(at)] ?? '') }
}
