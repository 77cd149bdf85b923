import { join } from 'node:path'
import sharp from 'sharp'
import type { Scene } from '#ports/VideoEncoder.ts'

/** A scene with something in every corner to look for: a two-coloured ground, a waveform that grows, one caption. */
export async function paintScene(
  folder: string,
  size: { width: number; height: number },
  frameCount: number,
): Promise<Scene> {
  const background = join(folder, 'background.png')
  const half = { create: { ...size, channels: 3 as const, background: '#203060' } }
  const right = { create: { width: size.width / 2, height: size.height, channels: 3 as const, background: '#a04020' } }
  const rightSide = await sharp(right).png().toBuffer()
  await sharp(half)
    .composite([{ input: rightSide, left: size.width / 2, top: 0 }])
    .png()
    .toFile(background)
  const columns = 16
  const levels = Float32Array.from({ length: frameCount * columns }, (_, i) => Math.floor(i / columns) / frameCount)
  const rect = {
    x: size.width / 4,
    y: Math.round(size.height * 0.6),
    width: size.width / 2,
    height: Math.round(size.height * 0.1),
  }
  return {
    ...size,
    frameCount,
    background,
    waveform: { rect, style: 'mirrored', colour: '#ffffff', opacity: 1, columns, levels },
  }
}
