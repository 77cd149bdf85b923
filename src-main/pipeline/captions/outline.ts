import type { Path, PathStep } from '#ports/Typesetter.ts'

/** One outline in one colour for some frames: all that captions and title cards are made of. */
export interface Outline {
  /** Back to front. */
  readonly layer: number
  /** Frames [from, to) that show it, 30 a second. */
  readonly from: number
  readonly to: number
  /** Pixels of the canvas. */
  readonly path: Path
  /** `#rrggbb` */
  readonly colour: string
  /** 0 to 1 */
  readonly opacity: number
  /** Grown by this many pixels on all sides, with round corners. */
  readonly spread?: number
  /** Softened by about this many pixels. */
  readonly blur?: number
}

export const layers = { shadow: 0, plate: 1, rim: 2, pill: 3, text: 4, emoji: 5 } as const

export const movePath = (path: Path, dx: number, dy: number): Path =>
  path.map((step): PathStep => {
    if (step[0] !== 'C') return [step[0], step[1] + dx, step[2] + dy]
    return ['C', step[1] + dx, step[2] + dy, step[3] + dx, step[4] + dy, step[5] + dx, step[6] + dy]
  })

/** An outline enlarged about a point. */
export function scalePath(path: Path, scale: number, centre: { readonly x: number; readonly y: number }): Path {
  if (scale === 1) return path
  const x = (value: number) => centre.x + (value - centre.x) * scale
  const y = (value: number) => centre.y + (value - centre.y) * scale
  return path.map((step): PathStep => {
    if (step[0] !== 'C') return [step[0], x(step[1]), y(step[2])]
    return ['C', x(step[1]), y(step[2]), x(step[3]), y(step[4]), x(step[5]), y(step[6])]
  })
}

/** A rectangle with round corners. */
export function roundedRect(left: number, top: number, right: number, bottom: number, radius: number): Path {
  const r = Math.min(radius, (right - left) / 2, (bottom - top) / 2)
  // How far a cubic's handles reach to follow a quarter of a circle.
  const k = r * (1 - 0.5523)
  return [
    ['M', left + r, top],
    ['L', right - r, top],
    ['C', right - k, top, right, top + k, right, top + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', left + r, bottom],
    ['C', left + k, bottom, left, bottom - k, left, bottom - r],
    ['L', left, top + r],
    ['C', left, top + k, left + k, top, left + r, top],
  ]
}

/** The box that an outline cannot leave: that of all its points and handles. */
export function boundsOf(path: Path): { left: number; top: number; right: number; bottom: number } {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const step of path) {
    for (let at = 1; at < step.length; at += 2) {
      const [x, y] = [step[at] as number, step[at + 1] as number]
      if (x < box.left) box.left = x
      if (x > box.right) box.right = x
      if (y < box.top) box.top = y
      if (y > box.bottom) box.bottom = y
    }
  }
  return box
}

/** Rows [top, bottom) of a frame. */
export interface Rows {
  readonly top: number
  readonly bottom: number
}

/** The rows outside which nothing is painted, with room for rims and blurs; undefined where nothing is. */
export function rowsOf(painted: readonly Outline[], height: number): Rows | undefined {
  let [top, bottom] = [Infinity, -Infinity]
  for (const { path, spread = 0, blur = 0 } of painted) {
    const box = boundsOf(path)
    // A Gaussian is invisible past three deviations; two pixels more for soft edges.
    const reach = spread + 3 * blur + 2
    top = Math.min(top, box.top - reach)
    bottom = Math.max(bottom, box.bottom + reach)
  }
  if (top > bottom) return undefined
  return { top: Math.max(0, Math.floor(top)), bottom: Math.min(height, Math.ceil(bottom)) }
}

/** The rows from the first of both to the last. */
export const joinRows = (one: Rows | undefined, other: Rows | undefined): Rows | undefined =>
  one && other ? { top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) } : (one ?? other)

/** Frames at which what is shown changes, in order; the first is 0 only if something is shown from the start. */
export function changesOf(painted: readonly Outline[]): number[] {
  return [...new Set(painted.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
}
