import { findCuts } from './findCuts.ts'

/** The pause marker as Pausecut itself writes it. */
export const pauseMarker = '— pause —'

/**
 * Cuts a script at its pause markers, which appear in no piece; the pieces are otherwise as they were written. Line
 * breaks are `\n` afterwards. What a marker is says findCuts.
 */
export function cutScript(script: string): string[] {
  const cuts = findCuts(script)
  const begins = [0, ...cuts.map(({ to }) => to)]
  const ends = [...cuts.map(({ from }) => from), script.length]
  return begins.map((begin, piece) => script.slice(begin, ends[piece]).replace(/\r\n?/g, '\n'))
}
