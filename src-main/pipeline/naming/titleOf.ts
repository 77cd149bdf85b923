const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const mostLetters = 72

/** A title from a segment's first sentence: its words as they are, cut between two of them where it is long. */
export function titleOf(text: string): string {
  const [first] = sentences.segment(text.trim())
  const sentence = (first?.segment ?? '').replace(/\s+/g, ' ').trim()
  const whole = sentence.replace(/[.,;:–—-]+$/u, '')
  if (whole.length <= mostLetters) return whole
  const cut = whole.slice(0, mostLetters + 1)
  const end = cut.lastIndexOf(' ')
  // A script without spaces is cut between letters, never within one.
  const words = end > 0 ? cut.slice(0, end) : [...cut].slice(0, mostLetters / 2).join('')
  return `${words.replace(/[\s\p{P}]+$/u, '')}…`
}
