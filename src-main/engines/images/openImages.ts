import sharp, { type Sharp } from 'sharp'
import type { Backdrop, Pictures, Rooms } from '#ports/Images.ts'
import { type AppError, appError } from '#shared/errors.ts'
import type { Look } from '#shared/look/look.ts'
import type { Edges } from '#shared/look/safeArea.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { drawGradient } from './drawGradient.ts'
import { drawLogo } from './drawLogo.ts'
import { containFrame, coverFrame } from './fitImage.ts'
import { pictureError, readPicture } from './readImage.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Read again at once, each time by several ffmpegs: packing and unpacking would take longer than a few megabytes more. */
const quick = { compressionLevel: 0 } as const

/** Pictures by libvips (sharp). */
export function openPictures(): Pictures {
  return { prepareBackground, checkPicture }
}

async function checkPicture(path: string) {
  const picture = await readPicture(path)
  if (!picture.ok) return picture
  const { format, width, height } = picture.value
  return ok({ format, width, height })
}

async function prepareBackground(
  look: Look,
  size: Size,
  signal: AbortSignal,
  rooms?: Rooms,
): Promise<Result<Backdrop>> {
  const ground = await paintGround(look, size, rooms?.picture)
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

/** The background alone, dimmed: an opaque picture of the frame's size. */
async function paintGround(look: Look, size: Size, room?: Edges): Promise<Result<Buffer>> {
  const { background } = look
  const shade = {
    input: Buffer.from([0, 0, 0, Math.round(look.dim * 255)]),
    raw: { width: 1, height: 1, channels: 4 as const },
    tile: true,
  }
  const finish = (picture: Sharp) => picture.png(quick).toBuffer()
  const dimmed = async (picture: Sharp) =>
    look.dim > 0 ? finish(sharp(await finish(picture)).composite([shade])) : finish(picture)
  if (background.kind === 'solid') {
    return ok(await dimmed(sharp({ create: { ...size, channels: 3, background: background.colour } })))
  }
  if (background.kind === 'gradient') {
    const pixels = await drawGradient(background.name, size, background.colours)
    return ok(await dimmed(sharp(pixels, { raw: { ...size, channels: 3 } })))
  }
  const picture = await readPicture(background.file)
  if (!picture.ok) return picture
  return attempt(background.file, async () =>
    dimmed(await (look.fit === 'cover' ? coverFrame(picture.value, size) : containFrame(picture.value, size, room))),
  )
}

async function openLogo(logo: NonNullable<Look['logo']>, size: Size, room?: Edges) {
  const picture = await readPicture(logo.file)
  if (!picture.ok) return picture
  return attempt(logo.file, () => drawLogo(logo, picture.value, size, room))
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
    return fail(pictureError(path, error))
  }
}
