/**
 * The words of subtitles: cues joined into running text, a new paragraph where nobody speaks for a while. Numbers, times,
 * positions and formatting marks are left out.
 */
export function plainSubtitles(text: string): string {
  const paragraphs: string[][] = []
  let before = 0
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split('\n').map((line) => line.trim())
    const at = lines.findIndex((line) => cueTimes.test(line))
    const times = cueTimes.exec(lines[at] ?? '')
    if (!times) continue
    const words = lines
      .slice(at + 1)
      .join(' ')
      .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
      .trim()
    if (words === '') continue
    if (paragraphs.length === 0 || secondsOf(times[1]!) - before > longRest) paragraphs.push([])
    paragraphs.at(-1)!.push(words)
    before = secondsOf(times[2]!)
  }
  return paragraphs.map((cues) => cues.join(' ')).join('\n\n')
}

const cueTimes = /^(\d+:\d{2}:\d{2}[,.]\d{1,3})\s*-->\s*(\d+:\d{2}:\d{2}[,.]\d{1,3})/

/** Seconds of silence that begin a new paragraph. */
const longRest = 2

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.replace(',', '.').split(':').map(Number)
  return 3600 * hours + 60 * minutes + seconds
}

/**
 * The words of a Markdown text as a narrator would say them: headings, lists and quotations without their marks, links by
 * their words, no code, no pictures. A rule between two parts (`---`) becomes a pause marker.
 */
export function plainMarkdown(text: string): string {
  const marks = text
    // What is escaped stands for itself: hidden while marks are looked for.
    .replace(/\\([\\`*_{}[\]()#+.!~>-])/g, (_, sign: string) => String.fromCharCode(hidden + sign.charCodeAt(0)))
    .replace(/^---\n[\s\S]*?\n---(?:\n|$)/, '')
    .replace(/^(```|~~~)[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,}$/gm, '— pause —')
    .replace(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, '$1')
    .replace(/^(?:[ \t]*>)+[ \t]?/gm, '')
    .replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/^[ \t]*\[[^\]]+\]:[ \t].*$/gm, '')
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*\*|\*\*|\*|~~|`)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])(__|_)(?=\S)([\s\S]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
  return marks
    .replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - hidden))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The first character of Unicode's private use area. */
const hidden = 0xe000
