import type { OverlayOptions } from 'sharp'
import type { Logo } from '#shared/look/look.ts'
import { type Edges, safeArea } from '#shared/look/safeArea.ts'
import type { OpenImage } from './readImage.ts'

/** The logo in its corner of `room`, ready to be laid over a canvas of this size. */
export async function drawLogo(
  logo: Logo,
  image: OpenImage,
  canvas: { readonly width: number; readonly height: number },
  room: Edges = safeArea(canvas),
): Promise<OverlayOptions> {
  const longer = Math.round(logo.size * Math.min(canvas.width, canvas.height))
  const scale = longer / Math.max(image.width, image.height)
  const width = Math.max(1, Math.round(image.width * scale))
  const height = Math.max(1, Math.round(image.height * scale))
  const input = await image
    .open()
    .resize(width, height, { fit: 'fill' })
    .ensureAlpha()
    .composite([
      { input: evenAlpha(logo.opacity), raw: { width: 1, height: 1, channels: 4 }, tile: true, blend: 'dest-in' },
    ])
    .png()
    .toBuffer()
  return {
    input,
    left: logo.corner.endsWith('left') ? room.left : room.right - width,
    top: logo.corner.startsWith('top') ? room.top : room.bottom - height,
  }
}

const evenAlpha = (opacity: number) => Buffer.from([255, 255, 255, Math.round(opacity * 255)])
