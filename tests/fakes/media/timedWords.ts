import type { WordTiming } from '#shared/domain.ts'

/** Words at a steady pace: a tenth of a second and a little more per letter, a breath after commas and sentences. */
export function timedWords(text: string, start = 0.25): WordTiming[] {
  let at = start
  return text.split(/\s+/).map((word) => {
    const timing = { text: word, start: at, end: at + 0.12 + 0.055 * Math.min(20, [...word].length) }
    at = timing.end + (/[.!?。]$/.test(word) ? 0.35 : /[,;—]$/.test(word) ? 0.12 : 0)
    return timing
  })
}
