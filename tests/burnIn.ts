import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { escapeFilter } from '#engines/ffmpeg/scene/escapeFilter.ts'
import type { Outline } from '#pipeline/captions/outline.ts'
import { writeAss } from '#pipeline/scene/writeAss.ts'
import { fps } from '#shared/domain.ts'

interface Size {
  readonly width: number
  readonly height: number
}
/** Grey frames one after the other, a byte a pixel. */
export type Frames = readonly Uint8Array[]

const anchorFonts = join(import.meta.dirname, '../assets/fonts/anchor')

/**
 * Burns outlines into an even ground with libass, as the encoder does, from frame `from` on.
 *
 * @param ground luma, 0 to 255
 * @returns the luma of `count` frames
 */
export function burnIn(
  ffmpeg: Ffmpeg,
  painted: readonly Outline[],
  size: Size,
  folder: string,
  { from = 0, count = 1, ground = 110 } = {},
): Frames {
  const ass = join(folder, 'captions.ass')
  writeFileSync(ass, [...writeAss(painted, size)].join(''))
  const filters = `setpts=(N+${from})/(${fps}*TB),ass=${escapeFilter(ass)}:fontsdir=${escapeFilter(anchorFonts)},extractplanes=y`
  const bytes = execFileSync(
    ffmpeg.path,
    [
      ...[
        '-v',
        'error',
        '-f',
        'lavfi',
        '-i',
        `color=gray:s=${size.width}x${size.height}:r=${fps},format=yuv420p,geq=${ground}:128:128,trim=end_frame=1,loop=-1:1`,
      ],
      ...['-vf', filters, '-frames:v', String(count), '-f', 'rawvideo', '-'],
    ],
    { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const length = size.width * size.height
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length))
}

/** The same outlines in the same frame, drawn by another renderer (librsvg): what libass is compared with. */
export async function drawApart(painted: readonly Outline[], size: Size, frame: number, ground = 110) {
  const paths = painted
    .filter(({ from, to }) => from <= frame && frame < to)
    .toSorted((a, b) => a.layer - b.layer)
    .map(({ path, colour, opacity, spread = 0, blur = 0 }) => {
      const d = path.map(([letter, ...points]) => letter + points.map((point) => point.toFixed(2)).join(' ')).join('')
      const rim = spread > 0 ? ` stroke="${colour}" stroke-width="${2 * spread}" stroke-linejoin="round"` : ''
      const soft = blur > 0 ? ` style="filter:blur(${blur}px)"` : ''
      return `<g opacity="${opacity}"><path d="${d}" fill="${colour}"${rim}${soft}/></g>`
    })
  // Video luma 16 to 235 is grey 0 to 255.
  const grey = Math.round(((ground - 16) * 255) / 219)
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">`
  const svg = `${head}<rect width="100%" height="100%" fill="rgb(${grey},${grey},${grey})"/>${paths.join('')}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha().greyscale().raw().toBuffer()
}

/** Structural similarity of two grey frames, 1 for the same (Wang et al. 2004), over blocks of 8x8 that differ at all. */
export function similarity(a: Uint8Array, b: Uint8Array, { width, height }: Size): number {
  let sum = 0
  let blocks = 0
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      let [meanA, meanB, squareA, squareB, product] = [0, 0, 0, 0, 0]
      for (let y = top; y < top + 8; y++) {
        for (let x = left; x < left + 8; x++) {
          const [p, q] = [a[y * width + x]!, b[y * width + x]!]
          meanA += p
          meanB += q
          squareA += p * p
          squareB += q * q
          product += p * q
        }
      }
      meanA /= 64
      meanB /= 64
      const varianceA = squareA / 64 - meanA * meanA
      const varianceB = squareB / 64 - meanB * meanB
      const covariance = product / 64 - meanA * meanB
      // Even ground says nothing about captions.
      if (varianceA < 1 && varianceB < 1) continue
      blocks++
      sum +=
        ((2 * meanA * meanB + 6.5) * (2 * covariance + 58.5)) /
        ((meanA ** 2 + meanB ** 2 + 6.5) * (varianceA + varianceB + 58.5))
    }
  }
  return blocks === 0 ? 1 : sum / blocks
}
