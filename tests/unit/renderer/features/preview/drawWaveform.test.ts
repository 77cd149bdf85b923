import { expect, test, vi } from 'vitest'
import { waveformBytes, waveformPainter } from '#engines/ffmpeg/scene/waveformPainter.ts'
import type { Waveform } from '#ports/VideoEncoder.ts'
import { drawWaveform } from '../../../../../src-renderer/features/preview/canvas/drawWaveform.ts'

type Point = readonly [x: number, y: number]

/** A path of separate upright or flat pieces, as bars and the line in silence are. */
class Pieces {
  readonly points: (readonly [Point, Point])[] = []
  #at: Point = [0, 0]
  moveTo(x: number, y: number) {
    this.#at = [x, y]
  }
  lineTo(x: number, y: number) {
    this.points.push([this.#at, [x, y]])
    this.#at = [x, y]
  }
}

/** How opaque the preview is at points of its rectangle, from the strokes that it makes: each lies over those before it. */
function previewOf(waveform: Waveform, levels: Float32Array) {
  vi.stubGlobal('Path2D', Pieces)
  const strokes: { path: Pieces; half: number; alpha: number; colour: string }[] = []
  const context = {
    save() {},
    restore() {},
    translate() {},
    ...{ globalAlpha: 1, strokeStyle: '', lineWidth: 1 },
    stroke(path: Pieces) {
      const { globalAlpha: alpha, strokeStyle: colour, lineWidth } = this
      strokes.push({ path, half: lineWidth / 2, alpha, colour })
    },
  }
  drawWaveform(context as unknown as CanvasRenderingContext2D, waveform, levels, 0)
  vi.unstubAllGlobals()
  return {
    colours: new Set(strokes.map(({ colour }) => colour)),
    alphaAt: (x: number, y: number) =>
      strokes.reduce((below, { path, half, alpha }) => {
        const hit = path.points.some(([a, b]) => distance([x, y], a, b) <= half)
        return hit ? below + (1 - below) * alpha : below
      }, 0),
  }
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
}

/** A pixel is as opaque as nine points of it are on the mean. */
function pixelOf(alphaAt: (x: number, y: number) => number, x: number, y: number): number {
  const within = [1 / 6, 1 / 2, 5 / 6]
  return within.flatMap((dx) => within.map((dy) => alphaAt(x + dx, y + dy))).reduce((a, b) => a + b) / 9
}

const levels = Float32Array.from([0, 0.31, 0.62, 1])
const silence = new Float32Array(4)
const acrossBars = Array.from({ length: 24 }, (_, n) => 150 + 7 * n)

test.each<[Waveform['style'], number, Float32Array, readonly number[]]>([
  ['bars', 320, levels, acrossBars],
  ['mirrored', 320, levels, acrossBars],
  ['line', 40, silence, [18, 25]],
])(
  '%s: the preview is as opaque as the video, ink, edge and all, on light and on dark colours',
  (style, width, row, columns) => {
    const rect = { x: 40, y: 60, width, height: 160 }
    for (const [colour, edge] of [
      ['#ffd9b8', '#000000'],
      ['#5b2333', '#ffffff'],
    ] as const) {
      for (const opacity of [1, 0.6]) {
        const waveform: Waveform = { rect, style, colour, opacity, columns: 4, levels: row }
        const frame = new Uint8Array(waveformBytes(waveform))
        waveformPainter(waveform)(0, frame)
        const alpha = frame.subarray((rect.width * rect.height * 3) / 2)
        const preview = previewOf(waveform, row)
        expect([...preview.colours].sort()).toEqual([colour, edge].sort())
        const differences: number[] = []
        for (let y = 0; y < rect.height; y++)
          for (const x of columns) {
            const drawn = pixelOf(preview.alphaAt, x, y)
            const rendered = alpha[y * rect.width + x]! / 255
            if (drawn > 0 || rendered > 0) differences.push(Math.abs(drawn - rendered))
          }
        const sorted = differences.sort((a, b) => a - b)
        expect(sorted.length).toBeGreaterThan(20)
        expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(0.04)
        expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(0.1)
      }
    }
  },
)
