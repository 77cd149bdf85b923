/** One of the two curves that the waveform called `line` is made of. */
interface Curve {
  /** Waves for every column of the levels. */
  readonly waves: number
  /** Waves that pass in one picture; they run to the right. */
  readonly pace: number
  /** Share of the full height. */
  readonly height: number
  /** Share of the waveform's opacity. */
  readonly opacity: number
}

/** From back to front: a quiet companion, and the line itself. */
export const curves: readonly Curve[] = [
  { waves: 0.24, pace: 0.021, height: 0.6, opacity: 0.4 },
  { waves: 0.34, pace: 0.033, height: 1, opacity: 1 },
]
/** Share of the width over which a curve comes out of rest, at both ends. */
const ease = 0.16

/**
 * Where a curve is in one picture: running waves, as high as the voice is loud there, flat in silence.
 *
 * @param levels the picture's row of levels, 0 to 1
 * @param along 0 at the left end, 1 at the right
 * @returns -1 to 1, up is positive
 */
export function curveAt({ waves, pace, height }: Curve, levels: ArrayLike<number>, picture: number, along: number) {
  const columns = levels.length
  const place = Math.min(columns - 1, Math.max(0, along * columns - 0.5))
  const column = Math.floor(place)
  const share = smooth(place - column)
  const level = (levels[column] ?? 0) * (1 - share) + (levels[column + 1] ?? levels[column] ?? 0) * share
  const rest = smooth(Math.min(along, 1 - along) / ease)
  return height * rest * level * Math.sin(2 * Math.PI * (waves * columns * along - pace * picture))
}

/** From 0 to 1 with a soft start and end. */
function smooth(share: number): number {
  const t = Math.min(1, Math.max(0, share))
  return t * t * (3 - 2 * t)
}
