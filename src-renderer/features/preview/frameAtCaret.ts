import { fps } from '#shared/domain.ts'
import { wordsBefore } from '../../store/shownText.ts'
import { isInWindow, type PreviewWindow } from '../../store/slices/previewSlice.ts'

/**
 * The frame that shows the word at a place in the card's text, so that the preview follows the caret; outside the window the
 * word's own frame, whether a caption shows there or not.
 */
export function frameAtCaret(shown: PreviewWindow, offset: number): number {
  const { source, text, spoken, pictures: frameCount, painted } = shown
  const words = wordsBefore(source, offset)
  const word = spoken?.words[Math.max(0, words - 1)]
  const all = Math.max(1, text.match(/\S+/g)?.length ?? 1)
  const at = word ? ((word.start + word.end) / 2) * fps : ((Math.max(1, words) - 0.5) / all) * frameCount
  const frame = Math.min(frameCount - 1, Math.max(0, Math.round(at)))
  return isInWindow(shown, frame) ? nearestShown(painted, frame, shown) : frame
}

/** Between two captions nothing shows, so the nearer one of the window is taken. */
function nearestShown(
  painted: PreviewWindow['painted'],
  at: number,
  window: Pick<PreviewWindow, 'from' | 'to'>,
): number {
  let best = at
  let distance = Number.POSITIVE_INFINITY
  for (const { from, to } of painted) {
    if (from <= at && at < to) return at
    const edge = at < from ? from : to - 1
    if (Math.abs(edge - at) < distance && isInWindow(window, edge)) [best, distance] = [edge, Math.abs(edge - at)]
  }
  return best
}
