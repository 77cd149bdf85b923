import type { SpokenText } from '#shared/desktop/desktop.ts'

const bars = 56
/** The height of a bar where nothing sounds. */
const silent = 0.06

/** How loud a voice is over its whole length, as that many bars from 0 to 1. */
export function overviewOf({ levels, columns }: Pick<SpokenText, 'levels' | 'columns'>): number[] {
  const rows = Math.floor(levels.length / columns)
  const loud = Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * rows) / bars)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * rows) / bars))
    let sum = 0
    for (let at = from * columns; at < to * columns; at++) sum += levels[at] ?? 0
    return sum / ((to - from) * columns)
  })
  const loudest = Math.max(...loud, 0.01)
  return loud.map((level) => Math.max(silent, level / loudest))
}

/** The same of a text that nobody has spoken yet: its letters at an even pace, and a rest where a sentence ends. */
export function guessedOverview(text: string): number[] {
  // A pause is as long as some letters.
  const paced = text.trim().replace(/([.!?…])\s+/gu, '$1      ')
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * paced.length) / bars)
    const piece = paced.slice(from, Math.max(from + 1, Math.floor(((bar + 1) * paced.length) / bars)))
    const letters = piece.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    const vowels = piece.match(/[aeiouyäöü]/giu)?.length ?? 0
    return letters === 0 ? silent : (letters / piece.length) * (0.35 + (0.5 * vowels) / letters)
  })
}
