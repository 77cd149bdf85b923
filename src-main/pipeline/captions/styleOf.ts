import { canvasSizes, type JobKind } from '#shared/domain.ts'
import { type Preset, presets } from '#shared/look/captionPresets.ts'
import { captionPresetOf, type FaceName, type Look, type Place } from '#shared/look/look.ts'
import { type Edges, safeArea } from '#shared/look/safeArea.ts'

/** A preset as a look and a canvas make it: everything in pixels of that canvas. */
export interface CaptionStyle {
  readonly preset: Preset
  readonly face: FaceName
  readonly size: number
  readonly upperCase: boolean
  readonly colours: Preset['colours']
  readonly place: Place
  readonly maxWidth: number
  readonly maxLines: 1 | 2
  readonly idealWords: number
  readonly maxWords: number
  /** Between two baselines. */
  readonly pitch: number
  /** How far plates, rims and the growth of the spoken word reach beyond the letters. */
  readonly padding: { readonly x: number; readonly y: number }
  /** How far the spoken word may grow to either side. */
  readonly growth: number
}

/** Undefined where captions are off. */
export function styleOf(look: Look, kind: JobKind): CaptionStyle | undefined {
  const name = captionPresetOf(look, kind)
  if (name === 'off') return undefined
  const preset = presets[name]
  const canvas = canvasSizes[kind]
  const unit = Math.min(canvas.width, canvas.height) / 1080
  const shape = kind === 'shorts' ? preset.portrait : preset.landscape
  const face = look.captions.face ?? preset.face
  const size = shape.size * unit * look.captions.size * sizeOfFace[face]
  const growth = preset.light === 'word' ? size * 0.05 : 0
  const rim = size * 0.06 + growth
  const padding = preset.backing === 'plate' ? { x: size * 0.52, y: size * 0.5 } : { x: rim, y: rim }
  const safe = safeArea(canvas)
  const given = look.captions.colours
  return {
    preset,
    face,
    size,
    upperCase: look.captions.upperCase ?? preset.upperCase,
    colours: {
      text: given.text ?? preset.colours.text,
      lit: given.lit ?? preset.colours.lit,
      edge: given.edge ?? preset.colours.edge,
      plate: given.plate ?? preset.colours.plate,
    },
    place: look.captions.place,
    maxWidth: Math.min(shape.maxWidth * unit * Math.max(1, look.captions.size), safe.right - safe.left - 2 * padding.x),
    maxLines: shape.maxLines,
    idealWords: shape.idealWords,
    maxWords: shape.maxWords,
    pitch: size * preset.lineHeight * lineOfFace[face],
    padding,
    growth,
  }
}

/** What captions of full lines take of a canvas, plates and descenders included; undefined where they are off. */
export function captionBox(look: Look, kind: JobKind): Edges | undefined {
  const style = styleOf(look, kind)
  if (!style) return undefined
  const canvas = canvasSizes[kind]
  const safe = safeArea(canvas)
  const below = style.padding.y + (style.preset.backing === 'plate' ? 0 : style.size * descentShare)
  const above = style.padding.y + style.size * 0.12
  const block = above + style.size * capitalShare + (style.maxLines - 1) * style.pitch + below
  const top = {
    top: safe.top,
    middle: Math.min((canvas.height - block) / 2, safe.bottom - block),
    bottom: safe.bottom - block,
  }[style.place]
  const reach = style.maxWidth / 2 + style.padding.x
  return {
    left: Math.floor(canvas.width / 2 - reach),
    top: Math.floor(top),
    right: Math.ceil(canvas.width / 2 + reach),
    bottom: Math.ceil(top + block),
  }
}

/** Capitals and descenders of the shipped faces are at most this much of an em. */
const capitalShare = 0.87
const descentShare = 0.3

/** Faces of one nominal size look larger or smaller than another: what makes their letters look alike. */
export const sizeOfFace: Record<FaceName, number> = { Montserrat: 1, Anton: 1.22, Inter: 1, Newsreader: 1.16 }
const lineOfFace: Record<FaceName, number> = { Montserrat: 1, Anton: 0.98, Inter: 1, Newsreader: 0.9 }
