import type { Waveform } from '#ports/VideoEncoder.ts'
import { channelsOf } from '#shared/look/colour.ts'
import { edgeAround } from '#shared/look/waveformShape.ts'
import { curves } from '#shared/look/waveLine.ts'

/** What a pixel of a waveform may be, on one scale; between two of these it fades from one to the other. */
export const shades = {
  nothing: 0,
  /** Up to here the companion of the line grows, then it ends: what comes next lies over it. */
  companion: 63,
  /** Up to here the edge grows that keeps the waveform apart from a background of its own colour. */
  edge: 127,
  /** Up to here the waveform covers its edge. */
  ink: 255,
} as const

/** Bytes by shade. */
export interface Palette {
  readonly luma: Uint8Array
  readonly cb: Uint8Array
  readonly cr: Uint8Array
  readonly alpha: Uint8Array
}

/** Colour and opacity of every shade of a waveform, limited-range BT.709. */
export function palette({ colour, opacity }: Pick<Waveform, 'colour' | 'opacity'>): Palette {
  const ink = yuvOf(colour)
  const { colour: edgeColour, opacity: edgeAlpha } = edgeAround(colour)
  const edge = yuvOf(edgeColour)
  const faint = opacity * (curves[0]?.opacity ?? 1)
  const bytes = () => new Uint8Array(256)
  const table = { luma: bytes(), cb: bytes(), cr: bytes(), alpha: bytes() }
  for (let shade = 0; shade < 256; shade++) {
    const cover = Math.max(0, (opacity * (shade - shades.edge)) / (shades.ink - shades.edge))
    const below = (edgeAlpha * (shade - shades.companion)) / (shades.edge - shades.companion)
    const alpha =
      shade <= shades.companion ? (faint * shade) / shades.companion : Math.min(edgeAlpha, below) * (1 - cover) + cover
    const share = shade <= shades.companion ? 1 : cover / alpha
    const mixed = ink.map((channel, at) => edge[at]! + (channel - edge[at]!) * share) as [number, number, number]
    ;[table.luma[shade], table.cb[shade], table.cr[shade]] = mixed.map(Math.round) as [number, number, number]
    table.alpha[shade] = Math.round(255 * alpha)
  }
  return table
}

type Yuv = readonly [y: number, cb: number, cr: number]

/** `#rrggbb` in limited-range BT.709 (ITU-R BT.709-6, items 3.2 to 3.4). */
function yuvOf(colour: string): Yuv {
  const [red, green, blue] = channelsOf(colour).map((channel) => channel / 255) as [number, number, number]
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  const code = (value: number, zero: number, range: number) => Math.round(zero + range * value)
  return [code(luma, 16, 219), code((blue - luma) / 1.8556, 128, 224), code((red - luma) / 1.5748, 128, 224)]
}
