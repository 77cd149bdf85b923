import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeFolder } from '#files/makeFolder.ts'
import { sniffSoundFile } from '#files/sniffSound.ts'
import type { Pictures } from '#ports/Images.ts'
import { canvasSizes } from '#shared/domain.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fileError, isAbsent, readError } from '#shared/fileError.ts'
import type { JobRequest } from '#shared/job/request.ts'
import type { Look } from '#shared/look/look.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { arrangeFrame } from './arrangeFrame.ts'

/** Paths of PNGs of the frame's size. */
export interface Painted {
  readonly background: string
  readonly overlay?: string
}

/** What all segments of a job share of the picture. */
export interface SharedScene {
  readonly look: Look
  /** Changes with the look and with the content of every file that it names. */
  readonly digest: string
  /** Paints the background at the first call. Fails with the PICTURE_* codes, FILE_UNREADABLE, DISK_FULL, FOLDER_READ_ONLY or CANCELLED. */
  readonly paint: () => Promise<Result<Painted>>
}

/**
 * Makes the picture's common parts ready. Somebody's own pictures are painted at once, so that a broken one is noticed
 * before any speech is bought; a built-in background can wait until it is wanted. Fails as `paint` does.
 */
export async function prepareBackground(
  { kind, look }: Pick<JobRequest, 'kind' | 'look'>,
  pictures: Pictures,
  work: string,
  signal: AbortSignal,
): Promise<Result<SharedScene>> {
  const digest = await digestOf(look)
  if (!digest.ok) return digest
  let painting: Promise<Result<Painted>> | undefined
  const paint = () => {
    painting ??= paintBackground(look, kind, pictures, work, signal)
    return painting
  }
  if (look.background.kind === 'picture' || look.logo) {
    const painted = await paint()
    if (!painted.ok) return painted
  }
  return ok({ look, digest: digest.value, paint })
}

async function paintBackground(
  look: Look,
  kind: JobRequest['kind'],
  pictures: Pictures,
  work: string,
  signal: AbortSignal,
): Promise<Result<Painted>> {
  const painted = await pictures.prepareBackground(look, canvasSizes[kind], signal, arrangeFrame(look, kind))
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
  const pictures = [background.kind === 'picture' ? background.file : undefined, logo?.file]
  const notMusic = music && (await refuseMusic(music.file))
  if (notMusic) return fail(notMusic)
  const missing = (path: string) => (path === music?.file ? 'MUSIC_NOT_FOUND' : 'PICTURE_NOT_FOUND')
  for (const path of [...pictures, music?.file]) {
    if (path === undefined) continue
    try {
      await pipeline(createReadStream(path), hash, { end: false })
    } catch (error) {
      return fail(isAbsent(error) ? appError(missing(path), { path }) : readError(error, path))
    }
  }
  return ok(hash.digest('hex'))
}
