import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeFolder } from '#files/makeFolder.ts'
import { sniffSoundFile } from '#files/sniffSound.ts'
import type { Images } from '#ports/Images.ts'
import { canvasSizes } from '#shared/domain.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fileError, isAbsent, readError } from '#shared/fileError.ts'
import type { JobRequest } from '#shared/job/request.ts'
import type { Look } from '#shared/look/look.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { arrangeCanvas } from './arrangeCanvas.ts'

/** Paths of PNGs of the canvas's size. */
export interface BackgroundFiles {
  readonly background: string
  readonly overlay?: string
}

/** What the videos of all segments of a job have in common. */
export interface SharedScene {
  readonly look: Look
  /** Changes with the look and with the content of every file that it names. */
  readonly digest: string
  /** Paints the background at the first call. Fails with the PICTURE_* codes, FILE_UNREADABLE, DISK_FULL, FOLDER_READ_ONLY or CANCELLED. */
  readonly paint: () => Promise<Result<BackgroundFiles>>
}

/**
 * Makes ready what all videos of a job have in common. Somebody's own images are painted at once, so that a broken one
 * is noticed before any speech is bought; a built-in background is painted when the first video needs it. Fails as
 * `paint` does.
 */
export async function prepareBackground(
  request: Pick<JobRequest, 'kind' | 'look'>,
  images: Images,
  work: string,
  signal: AbortSignal,
): Promise<Result<SharedScene>> {
  const { look } = request
  const digest = await digestOf(look)
  if (!digest.ok) return digest
  let painting: Promise<Result<BackgroundFiles>> | undefined
  const paint = () => {
    painting ??= paintBackground(request, images, work, signal)
    return painting
  }
  if (look.background.kind === 'picture' || look.logo) {
    const painted = await paint()
    if (!painted.ok) return painted
  }
  return ok({ look, digest: digest.value, paint })
}

async function paintBackground(
  { kind, look }: Pick<JobRequest, 'kind' | 'look'>,
  images: Images,
  work: string,
  signal: AbortSignal,
): Promise<Result<BackgroundFiles>> {
  const painted = await images.prepareBackground(look, canvasSizes[kind], signal, arrangeCanvas(look, kind))
  if (!painted.ok) return painted
  const background = join(work, 'background.png')
  const overlay = join(work, 'overlay.png')
  try {
    await makeFolder(work)
    await writeFile(background, painted.value.background)
    if (!painted.value.overlay) return ok({ background })
    await writeFile(overlay, painted.value.overlay)
    return ok({ background, overlay })
  } catch (error) {
    return fail(fileError(error, background))
  }
}

/** Said before any speech is bought: what is no sound file by its bytes is not handed to ffmpeg. */
async function refuseMusic(path: string): Promise<AppError | undefined> {
  try {
    const format = await sniffSoundFile(path)
    return format ? undefined : appError('MUSIC_UNREADABLE', { path, reason: phrase('NO_SOUND') })
  } catch (error) {
    return isAbsent(error) ? appError('MUSIC_NOT_FOUND', { path }) : readError(error, path)
  }
}

async function digestOf(look: Look): Promise<Result<string>> {
  const hash = createHash('sha256').update(JSON.stringify(look))
  const { background, logo, music } = look
  const images = [background.kind === 'picture' ? background.file : undefined, logo?.file]
  const notMusic = music && (await refuseMusic(music.file))
  if (notMusic) return fail(notMusic)
  const missing = (path: string) => (path === music?.file ? 'MUSIC_NOT_FOUND' : 'PICTURE_NOT_FOUND')
  for (const path of [...images, music?.file]) {
    if (path === undefined) continue
    try {
      await pipeline(createReadStream(path), hash, { end: false })
    } catch (error) {
      return fail(isAbsent(error) ? appError(missing(path), { path }) : readError(error, path))
    }
  }
  return ok(hash.digest('hex'))
}
