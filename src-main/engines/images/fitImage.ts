import sharp, { type Sharp } from 'sharp'
import type { Edges } from '#shared/look/safeArea.ts'
import { grainOf } from './grain.ts'
import type { OpenImage } from './readImage.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Below this loss the crop keeps the middle; above it, it looks for what draws the eye. */
const slightCrop = 0.12

/** The image fills the canvas; what does not fit is cut away. */
export function coverCanvas(image: OpenImage, size: Size): Promise<Sharp> {
  const scale = scaleToCover(image, size)
  const lost = 1 - (size.width * size.height) / (image.width * scale * image.height * scale)
  return fill(image, size, lost > slightCrop ? sharp.strategy.attention : 'centre')
}

const scaleToCover = (image: Size, { width, height }: Size) => Math.max(width / image.width, height / image.height)

/** An image that must be enlarged is cut before: a banner of 3000 x 20 pixels enlarged as a whole takes gigabytes. */
async function fill(image: OpenImage, size: Size, position: string | number): Promise<Sharp> {
  const scale = scaleToCover(image, size)
  const opaque = image.open().flatten({ background: '#000000' })
  if (scale <= 1) return opaque.resize(size.width, size.height, { fit: 'cover', position })
  const shrunk = (pixels: number, most: number) => Math.min(most, Math.max(1, Math.round(pixels / scale)))
  const part = await opaque
    .resize(shrunk(size.width, image.width), shrunk(size.height, image.height), { fit: 'cover', position })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return sharp(part.data, { raw: part.info }).resize(size.width, size.height, { fit: 'fill' })
}

/** An image that would get smaller than this share of its size keeps to no room: words then lie over it. */
const smallest = 0.55

/** The whole image over its own blur: within its room, in portrait a little raised. */
export async function containCanvas(image: OpenImage, { width, height }: Size, wanted?: Edges): Promise<Sharp> {
  const margin = Math.round(Math.min(width, height) * 0.045)
  const whole = { left: margin, top: margin, right: width - margin, bottom: height - margin }
  const scaleIn = ({ left, top, right, bottom }: Edges) =>
    Math.min((right - left) / image.width, (bottom - top) / image.height)
  const room = wanted && scaleIn(wanted) >= smallest * scaleIn(whole) ? wanted : whole
  const scaled = (pixels: number) => Math.max(1, Math.round(pixels * scaleIn(room)))
  const inner = { width: scaled(image.width), height: scaled(image.height) }
  const left = Math.round((width - inner.width) / 2)
  const highest = room.top
  const lowest = room.bottom - inner.height
  const raised = Math.round(height * (height > width ? 0.345 : 0.5) - inner.height / 2)
  const top = Math.min(Math.max(raised, highest), lowest)
  const radius = Math.round(Math.min(width, height) * 0.026)
  const card = await image
    .open()
    .flatten({ background: '#000000' })
    .resize(inner.width, inner.height, { fit: 'fill' })
    .ensureAlpha()
    .composite([{ input: roundedMask(inner, radius), blend: 'dest-in' }])
    .png({ compressionLevel: 1 })
    .toBuffer()
  const blurred = await blurredGround(image, { width, height })
  return blurred.composite([
    { input: dropShadow({ width, height }, { ...inner, left, top, radius }), left: 0, top: 0 },
    { input: card, left, top },
  ])
}

/** Standard deviation of the grain over a blur, in steps of 255: without it 8 bits show bands. */
const blurGrain = 1.6

/** The image out of focus: blurred small, which is quick and as soft, then enlarged; a little darker, a little richer. */
async function blurredGround(image: OpenImage, { width, height }: Size): Promise<Sharp> {
  const eighth = { width: Math.ceil(width / 8), height: Math.ceil(height / 8) }
  const small = await (await fill(image, eighth, 'centre'))
    .blur(9)
    .modulate({ brightness: 0.62, saturation: 1.2 })
    .png()
    .toBuffer()
  const { data, info } = await sharp(small)
    .resize(width, height, { kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grain = grainOf(blurGrain)
  for (const [at, value] of data.entries()) {
    const pixel = Math.floor(at / info.channels)
    const noise = grain(pixel % width, Math.floor(pixel / width), at % info.channels)
    data[at] = Math.min(255, Math.max(0, Math.round(value + noise)))
  }
  return sharp(data, { raw: info })
}

const svg = ({ width, height }: Size, content: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`)

const roundedMask = (size: Size, radius: number) =>
  svg(size, `<rect width="${size.width}" height="${size.height}" rx="${radius}" fill="#fff"/>`)

const dropShadow = (size: Size, card: Size & { left: number; top: number; radius: number }) =>
  svg(
    size,
    `<defs><filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${card.radius}"/></filter></defs>
     <rect x="${card.left}" y="${card.top + card.radius * 0.6}" width="${card.width}" height="${card.height}" rx="${card.radius}" fill="#000" fill-opacity="0.5" filter="url(#soft)"/>`,
  )
