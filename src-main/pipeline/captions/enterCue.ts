import type { Entrance } from '#shared/look/captionPresets.ts'
import { type Outline, scalePath } from './outline.ts'
import type { PlacedCue } from './setCue.ts'

/** The first frames of a cue, from the first on: its share of its size, or of its opacity. The next is as it stays. */
const steps: Record<Entrance, readonly number[]> = { pop: [0.84, 0.96], fade: [0.35, 0.7] }
/** A cue that stands for fewer frames has no time to come in. */
const shortest = 8

/**
 * Gives a cue its entrance: the first frames of `painted` are replaced. A caption of the first frame stands at once:
 * that frame is seen before play. Never larger than it stays, so that it keeps to the safe area.
 */
export function enterCue(
  painted: readonly Outline[],
  cue: Pick<PlacedCue, 'left' | 'right' | 'top' | 'baseline'>,
  { from, to }: { readonly from: number; readonly to: number },
  entrance: Entrance,
): Outline[] {
  if (from === 0 || to - from < shortest) return [...painted]
  const centre = { x: (cue.left + cue.right) / 2, y: (cue.top + cue.baseline) / 2 }
  const settled = from + steps[entrance].length
  const coming = steps[entrance].flatMap((share, step) =>
    painted
      .filter((part) => part.from <= from + step && part.to > from + step)
      .map((part): Outline => {
        const span = { from: from + step, to: from + step + 1 }
        if (entrance === 'fade') return { ...part, ...span, opacity: part.opacity * share }
        const { spread, blur } = part
        return {
          ...part,
          ...span,
          path: scalePath(part.path, share, centre),
          ...(spread !== undefined && { spread: spread * share }),
          ...(blur !== undefined && { blur: blur * share }),
        }
      }),
  )
  const staying = painted
    .filter((part) => part.to > settled)
    .map((part) => ({ ...part, from: Math.max(part.from, settled) }))
  return [...coming, ...staying]
}
