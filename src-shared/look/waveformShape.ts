import { luminanceOf } from './colour.ts'
import { curves } from './waveLine.ts'

// What a waveform looks like, for the two that draw it: the video (engines/ffmpeg/scene/waveformPainter), pixel by pixel,
// and the preview's canvas, with strokes. All lengths are pixels of the canvas.

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The edge that keeps a waveform apart from a background of its own colour: dark around light colours, light around dark
 * ones. `opacity` is that beside the waveform; from there it falls evenly to nothing.
 *
 * @param colour `#rrggbb`
 */
export function edgeAround(colour: string): { readonly colour: '#000000' | '#ffffff'; readonly opacity: number } {
  return luminanceOf(colour) > 0.18 ? { colour: '#000000', opacity: 0.5 } : { colour: '#ffffff', opacity: 0.35 }
}

/** Bar heights are drawn in steps of this many pixels: finer ones are not seen, and equal frames cost nothing to encode. */
const heightStep = 2

/** Bars with round ends in a rectangle of this size: from the middle both ways when mirrored, else on the lower edge. */
export function barShape({ width, height }: Size, columns: number, mirrored: boolean) {
  const pitch = width / columns
  /** From a bar's middle to where its edge ends: every bar has this to itself on both sides. Even, as chroma is. */
  const strip = Math.max(2, 2 * Math.floor(pitch / 4))
  return {
    strip,
    /** Half a bar's width, and the radius of its ends. */
    radius: Math.max(1, pitch * 0.29),
    /** The left end of a bar's strip: even, as chroma is. */
    leftOf: (column: number) => 2 * Math.round(((column + 0.5) * pitch - strip) / 2),
    /** The straight part of a bar between its round ends; one at rest is a dot, which says where the voice will show. */
    spanOf(level: number): { readonly top: number; readonly bottom: number } {
      const length = Math.round((level * (height - 2 * strip)) / heightStep) * heightStep
      const bottom = Math.round(mirrored ? (height + length) / 2 : height - strip)
      return { top: bottom - length, bottom }
    },
  }
}

/** The line in a rectangle of this height: two curves that run through each other, of which the last has an edge. */
export function lineShape(height: number) {
  const half = Math.max(1.5, height / 72)
  const edge = 5
  return {
    /** Half its thickness. */
    half,
    /** How far its edge reaches beyond. */
    edge,
    /** How far a curve goes up and down from the middle at most. */
    reach: height / 2 - half - edge,
    hasEdge: (curve: (typeof curves)[number]) => curve === curves.at(-1),
  }
}
