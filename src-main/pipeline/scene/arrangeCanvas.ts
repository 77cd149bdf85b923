import type { Rooms } from '#ports/Images.ts'
import { canvasSizes, type JobKind } from '#shared/domain.ts'
import type { Look } from '#shared/look/look.ts'
import { type Edges, safeArea } from '#shared/look/safeArea.ts'
import { captionBox } from '../captions/styleOf.ts'
import { sceneWaveform } from './sceneWaveform.ts'

/** Least distance between two things, in pixels where the canvas's shorter side has 1080. */
const gap = 40
/** The widest that a title gets: on a landscape canvas it leaves the corners free. */
const widestTitle = 1320

/**
 * Where image, logo and title may stand so that captions and waveform lie over none of them.
 *
 * @param size pixels of the canvas; that of the kind, or a smaller one of the same shape for a preview
 */
export function arrangeCanvas(
  look: Look,
  kind: JobKind,
  size: { readonly width: number; readonly height: number } = canvasSizes[kind],
): Rooms & { readonly title: Edges } {
  const canvas = canvasSizes[kind]
  const safe = safeArea(canvas)
  const captions = captionBox(look, kind)
  const wave = sceneWaveform(look, kind)?.rect
  const things = [
    ...(captions ? [captions] : []),
    ...(wave ? [{ left: wave.x, top: wave.y, right: wave.x + wave.width, bottom: wave.y + wave.height }] : []),
  ]
  const logo = logoBox(look, safe, things, canvas)
  const width = Math.min(safe.right - safe.left, widestTitle)
  const strip = { ...safe, left: (canvas.width - width) / 2, right: (canvas.width + width) / 2 }
  const title = tallest(strip, [...things, ...(logo ? [logo] : [])])
  const scale = size.width / canvas.width
  return {
    logo: scaled(logo ?? safe, scale),
    image: scaled(imageRoom(things, canvas), scale),
    title: scaled(title, scale),
  }
}

/** The largest part of the canvas that things leave to an image that is shown whole. */
function imageRoom(things: readonly Edges[], { width, height }: { width: number; height: number }): Edges {
  const margin = 0.045 * Math.min(width, height)
  return tallest({ left: margin, top: margin, right: width - margin, bottom: height - margin }, things)
}

/** A square in the logo's corner that is as large as the logo is at most; moved towards the middle where words stand there. */
function logoBox({ logo }: Look, safe: Edges, things: readonly Edges[], canvas: { width: number; height: number }) {
  if (!logo) return undefined
  const side = logo.size * Math.min(canvas.width, canvas.height)
  const across = logo.corner.endsWith('left')
    ? { left: safe.left, right: safe.left + side }
    : { left: safe.right - side, right: safe.right }
  const roomy = freeRows({ ...safe, ...across }, things).filter((rows) => heightOf(rows) >= side)
  const { top, bottom } = (logo.corner.startsWith('top') ? roomy[0] : roomy.at(-1)) ?? safe
  return logo.corner.startsWith('top')
    ? { ...across, top, bottom: top + side }
    : { ...across, top: bottom - side, bottom }
}

interface Rows {
  readonly top: number
  readonly bottom: number
}
const heightOf = ({ top, bottom }: Rows) => bottom - top

/** The tallest part of a strip that things standing in it leave free; all of it where they leave none. */
function tallest(strip: Edges, things: readonly Edges[]): Edges {
  const free = freeRows(strip, things)
  return { ...strip, ...free.reduce((best, rows) => (heightOf(rows) > heightOf(best) ? rows : best), free[0] ?? strip) }
}

/** The rows of a strip that things standing in it leave free, from the top; things keep their distance. */
function freeRows(strip: Edges, things: readonly Edges[]): Rows[] {
  const inTheWay = things
    .filter(({ left, right }) => left < strip.right + gap && right > strip.left - gap)
    .toSorted((a, b) => a.top - b.top)
  const free: Rows[] = []
  let top = strip.top
  for (const thing of inTheWay) {
    free.push({ top, bottom: Math.min(strip.bottom, thing.top - gap) })
    top = Math.max(top, thing.bottom + gap)
  }
  free.push({ top, bottom: strip.bottom })
  return free.filter((rows) => heightOf(rows) > 0)
}

const scaled = ({ left, top, right, bottom }: Edges, scale: number): Edges => ({
  left: Math.round(left * scale),
  top: Math.round(top * scale),
  right: Math.round(right * scale),
  bottom: Math.round(bottom * scale),
})
