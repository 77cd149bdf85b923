import type { Rect, Waveform } from '#ports/VideoEncoder.ts'
import { canvasSizes, type JobKind } from '#shared/domain.ts'
import type { Look } from '#shared/look/look.ts'
import { safeArea } from '#shared/look/safeArea.ts'
import { captionBox } from '../captions/styleOf.ts'

/** Pixels from one bar to the next where the canvas's shorter side has 1080. */
const pitch = 16
/** Bars in a canvas of that kind: odd, so that one is in the middle. */
const columnsOf: Record<JobKind, number> = { shorts: 39, voiceover: 57 }
/** A line needs fewer points than there are bars, or it turns into a comb. */
const lineColumns: Record<JobKind, number> = { shorts: 27, voiceover: 41 }
/** Least distance between captions and waveform. */
const gap = 36

/** A look's waveform on a canvas of this kind, all but its levels; undefined where it shows none. */
export function sceneWaveform(look: Look, kind: JobKind): Omit<Waveform, 'levels'> | undefined {
  const { style, colour, inShorts } = look.waveform
  if (style === 'none' || (kind === 'shorts' && !inShorts)) return undefined
  return {
    rect: placeWaveform(look, kind),
    style,
    colour,
    opacity: 0.92,
    columns: style === 'line' ? lineColumns[kind] : columnsOf[kind],
  }
}

/** Within the safe area, in its place, moved to the nearest room beside the captions where those stand there. */
function placeWaveform(look: Look, kind: JobKind): Rect {
  const canvas = canvasSizes[kind]
  const safe = safeArea(canvas)
  const side = Math.min(canvas.width, canvas.height)
  const width = even((columnsOf[kind] * pitch * side) / 1080)
  const height = even(look.waveform.height * side)
  const wanted = {
    top: safe.top,
    middle: (canvas.height - height) / 2,
    bottom: safe.bottom - height,
  }[look.waveform.place]
  const captions = captionBox(look, kind)
  const clear = (y: number) => !captions || y + height + gap <= captions.top || y >= captions.bottom + gap
  const inside = (y: number) => y >= safe.top && y + height <= safe.bottom
  const above = captions ? captions.top - gap - height : wanted
  const below = captions ? captions.bottom + gap : wanted
  const y = [wanted, below, above].find((place) => inside(place) && clear(place)) ?? wanted
  return { x: even((canvas.width - width) / 2), y: even(y), width, height }
}

/** Chroma has half the resolution: odd edges would smear. */
const even = (pixels: number) => 2 * Math.round(pixels / 2)
