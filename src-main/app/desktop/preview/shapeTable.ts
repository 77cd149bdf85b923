import type { Path, PathStep } from '#ports/Typesetter.ts'
import { shapeUnits } from '#shared/desktop/desktop.ts'

/** Outlines as they go to the page (see `PaintedWindow`): the form of every contour once, however often it is placed. */
export interface ShapeTable {
  readonly shapes: string[]
  readonly paths: number[][]
  /** About how many bytes both take when they are sent. */
  readonly bytes: number
  /** The place in `paths` of an outline, which is added where it is not there yet. */
  add(path: Path): number
}

/** Starts an empty table. */
export function openShapeTable(): ShapeTable {
  const shapes: string[] = []
  const paths: number[][] = []
  const shapeAt = new Map<string, number>()
  const pathAt = new Map<Path, number>()
  let bytes = 0

  const shapeOf = (form: string): number => {
    const known = shapeAt.get(form)
    if (known !== undefined) return known
    shapeAt.set(form, shapes.length)
    bytes += form.length
    return shapes.push(form) - 1
  }
  return {
    shapes,
    paths,
    get bytes() {
      return bytes
    },
    add(path) {
      const known = pathAt.get(path)
      if (known !== undefined) return known
      const placed = contoursOf(path).flatMap((contour) => placeContour(contour, shapeOf))
      pathAt.set(path, paths.length)
      // A whole number takes about four bytes.
      bytes += 4 * placed.length
      return paths.push(placed) - 1
    },
  }
}

/** Each of them begins with a move. */
function contoursOf(path: Path): PathStep[][] {
  const contours: PathStep[][] = []
  for (const step of path) {
    if (step[0] === 'M') contours.push([step])
    else contours.at(-1)?.push(step)
  }
  return contours
}

/** A contour as shape, size and place: the same letter in another place or size has the same shape. */
function placeContour(contour: readonly PathStep[], shapeOf: (form: string) => number): number[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const step of contour) {
    for (let at = 1; at < step.length; at += 2) {
      const [x, y] = [step[at] as number, step[at + 1] as number]
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  const size = Math.max(right - left, bottom - top)
  const hundredths = (pixels: number) => Math.round(100 * pixels)
  // What is smaller than a hundredth of a pixel is not seen.
  if (!(hundredths(size) > 0)) return []
  const unitsOf = (value: number, from: number) => Math.round(((value - from) / size) * shapeUnits)
  let form = ''
  let [x, y] = [0, 0]
  for (const [letter, ...points] of contour) {
    // Relative to where the step before ended: half as long. Whole numbers, so that nothing adds up.
    form += letter === 'M' ? letter : letter.toLowerCase()
    const [fromX, fromY] = letter === 'M' ? [0, 0] : [x, y]
    for (let at = 0; at < points.length; at += 2) {
      x = unitsOf(points[at]!, left)
      y = unitsOf(points[at + 1]!, top)
      form += `${at > 0 ? ' ' : ''}${x - fromX} ${y - fromY}`
    }
  }
  return [shapeOf(`${form}Z`), hundredths(size), hundredths(left), hundredths(top)]
}
