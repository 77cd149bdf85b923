import sharp, { type Sharp } from 'sharp'
import type { Backdrop, Images, Rooms } from '#ports/Images.ts'
import { type AppError, appError } from '#shared/errors.ts'
import type { Look } from '#shared/look/look.ts'
import type { Edges } from '#shared/look/safeArea.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { drawGradient } from './drawGradient.ts'
import { drawLogo } from './drawLogo.ts'
import { containCanvas, coverCanvas } from './fitImage.ts'
import { imageError, readImage } from './readImage.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Read again at once, each time by several ffmpegs: packing and unpacking would take longer than a few megabytes more. */
const quick = { compressionLevel: 0 } as const

/** Images by libvips (sharp). */
export function openImages(): Images {
  return { prepareBackground, checkImage }
}

async function checkImage(path: string) {
  const image = await readImage(path)
  if (!image.ok) return image
  const { format, width, height } = image.value
  return ok({ format, width, height })
}

async function prepareBackground(
  look: Look,
  size: Size,
  signal: AbortSignal,
  rooms?: Rooms,
): Promise<Result<Backdrop>> {
  const ground = await paintGround(look, size, rooms?.image)
  if (!ground.ok) return ground
  if (signal.aborted) return fail(appError('CANCELLED'))
  const logo = look.logo ? await openLogo(look.logo, size, rooms?.logo) : ok(undefined)
  if (!logo.ok) return logo
  const moves = look.motion !== 'still'
  const layers = logo.value && !moves ? [logo.value] : []
  const background = await attempt(pathOf(look), () =>
    sharp(ground.value).composite(layers).removeAlpha().png(quick).toBuffer(),
  )
  if (!background.ok) return background
  if (signal.aborted) return fail(appError('CANCELLED'))
  if (!logo.value || !moves) return ok({ background: background.value })
  const empty = sharp({ create: { ...size, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  return ok({ background: background.value, overlay: await empty.composite([logo.value]).png().toBuffer() })
}

const pathOf = (look: Look) => (look.background.kind === 'picture' ? look.background.file : '')

/** The background alone, dimmed: an opaque image of the canvas's size. */
async function paintGround(look: Look, size: Size, room?: Edges): Promise<Result<Buffer>> {
  const { background } = look
  const shade = {
    input: Buffer.from([0, 0, 0, Math.round(look.dim * 255)]),
    raw: { width: 1, height: 1, channels: 4 as const },
    tile: true,
  }
  const finish = (image: Sharp) => image.png(quick).toBuffer()
  const dimmed = async (image: Sharp) =>
    look.dim > 0 ? finish(sharp(await finish(image)).composite([shade])) : finish(image)
  if (background.kind === 'solid') {
    return ok(await dimmed(sharp({ create: { ...size, channels: 3, background: background.colour } })))
  }
  if (background.kind === 'gradient') {
    const pixels = await drawGradient(background.name, size, background.colours)
    return ok(await dimmed(sharp(pixels, { raw: { ...size, channels: 3 } })))
  }
  const image = await readImage(background.file)
  if (!image.ok) return image
  return attempt(background.file, async () =>
    dimmed(await (look.fit === 'cover' ? coverCanvas(image.value, size) : containCanvas(image.value, size, room))),
  )
}

async function openLogo(logo: NonNullable<Look['logo']>, size: Size, room?: Edges) {
  const image = await readImage(logo.file)
  if (!image.ok) return image
  return attempt(logo.file, () => drawLogo(logo, image.value, size, room))
}

/** What libvips throws while it decodes is about the file; anything without a file is not expected. */
async function attempt<T>(
  path: string,
  paint: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; error: AppError }> {
  try {
    return ok(await paint())
  } catch (error) {
    if (path === '') throw error
    return fail(imageError(path, error))
  }
}
