import type { Rectangle } from 'electron'
import { z } from 'zod'

/** Where the window stood when it was closed. */
export const WindowPlace = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

export const firstPlace: WindowPlace = { width: 1280, height: 820, maximized: false }
export const smallest = { width: 960, height: 640 }

/** Pixels of the window's head that must be on some screen, so that it can be taken hold of. */
const grip = { width: 120, height: 40 }

/** The place on the screens that are there now: a window that stood on one that is gone comes to the first in its size. */
export function fitPlace(place: WindowPlace, screens: readonly Rectangle[]): WindowPlace {
  const width = Math.max(smallest.width, place.width)
  const height = Math.max(smallest.height, place.height)
  const { x, y, maximized } = place
  if (x === undefined || y === undefined) return { width, height, maximized }
  const isSeen = screens.some(
    (screen) =>
      x + width - grip.width >= screen.x &&
      x + grip.width <= screen.x + screen.width &&
      y >= screen.y &&
      y + grip.height <= screen.y + screen.height,
  )
  return isSeen ? { x, y, width, height, maximized } : { width, height, maximized }
}
