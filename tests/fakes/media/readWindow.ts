import type { LayoutWindow } from '#app/desktop/preview/layoutWindow.ts'
import type { Outline } from '#pipeline/captions/outline.ts'
import type { Path, PathStep } from '#ports/Typesetter.ts'
import type { CaptionRequest } from '#shared/desktop/appContract.ts'
import { type PaintedWindow, shapeUnits } from '#shared/desktop/desktop.ts'

/** Runs a layout to its end. */
export function layWindow(layOut: LayoutWindow, request: CaptionRequest): PaintedWindow {
  const steps = layOut(request)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** A window's outlines with their paths in pixels of the frame, as the page draws them. */
export const readWindow = ({ shapes, paths, painted }: PaintedWindow) =>
  painted.map(({ path, ...outline }) => ({ ...outline, path: readPath(shapes, paths[path]!) }) as Outline)

function readPath(shapes: readonly string[], placed: readonly number[]): Path {
  const path: PathStep[] = []
  for (let at = 0; at < placed.length; at += 4) {
    const [shape, size, left, top] = placed.slice(at, at + 4) as [number, number, number, number]
    const scale = size / 100 / shapeUnits
    let [x, y] = [0, 0]
    for (const [, letter, points] of shapes[shape]!.matchAll(/([MlcZ])([^MlcZ]*)/g)) {
      if (letter === 'Z') continue
      const moves = points!.split(' ').map(Number)
      const [fromX, fromY] = letter === 'M' ? [0, 0] : [x, y]
      const placedPoints = moves.map((move, index) => {
        if (index % 2 === 0) x = fromX + move
        else y = fromY + move
        return index % 2 === 0 ? left / 100 + x * scale : top / 100 + y * scale
      })
      path.push([letter!.toUpperCase(), ...placedPoints] as unknown as PathStep)
    }
  }
  return path
}
