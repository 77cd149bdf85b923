import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pictures } from '#ports/Pictures.ts'
import { frames } from '#shared/domain.ts'
import type { Look } from '#shared/look.ts'
import type { JobRequest } from '#shared/request.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { fileError } from './fileError.ts'

/** What all segments of a job share of the picture: paths of PNGs of the frame's size. */
export interface Scenery {
  readonly look: Look
  readonly background: string
  readonly overlay?: string
}

/** The look of a job: its own, with the picture and the captions that were asked for beside it. */
export function lookOf({ look, background, captions }: Pick<JobRequest, 'look' | 'background' | 'captions'>): Look {
  return {
    ...look,
    ...(background !== undefined && { background: { kind: 'picture', file: background } }),
    ...(captions !== undefined && { captions: { ...look.captions, preset: captions } }),
  }
}

/**
 * Paints the background once for all segments into the folder `work`; undefined for sound without a picture.
 * Fails with the PICTURE_* codes, DISK_FULL, FOLDER_READ_ONLY or CANCELLED.
 */
export async function setStage(
  request: Pick<JobRequest, 'kind' | 'format' | 'look' | 'background' | 'captions'>,
  pictures: Pictures,
  work: string,
  signal: AbortSignal,
): Promise<Result<Scenery | undefined>> {
  if (request.format !== 'mp4') return ok(undefined)
  const look = lookOf(request)
  const painted = await pictures.prepareBackground(look, frames[request.kind], signal)
  if (!painted.ok) return painted
  const background = join(work, 'background.png')
  const overlay = join(work, 'overlay.png')
  try {
    await mkdir(work, { recursive: true })
    await writeFile(background, painted.value.background)
    if (!painted.value.overlay) return ok({ look, background })
    await writeFile(overlay, painted.value.overlay)
    return ok({ look, background, overlay })
  } catch (error) {
    return fail(fileError(error, background))
  }
}
