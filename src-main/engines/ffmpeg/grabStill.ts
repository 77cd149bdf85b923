import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ok, type Result } from '#shared/result.ts'
import type { Ffmpeg } from './process/locateFfmpeg.ts'
import { runFfmpeg } from './process/runFfmpeg.ts'

/** Seconds into the video: captions stand, and a title card too. */
const at = 1
/** Pixels of the longer side. */
const size = 480

/** Writes a still of a video to `out`, a small JPEG that is there whole or not at all. Fails with FFMPEG_FAILED or DISK_FULL. */
export async function grabStill(ffmpeg: Ffmpeg, video: string, out: string): Promise<Result<void>> {
  const partial = `${out}.partial.jpg`
  await mkdir(dirname(out), { recursive: true })
  const grab = (options: string[]) =>
    runFfmpeg(
      ffmpeg,
      {
        inputs: [{ from: video, format: 'mp4', options }],
        options: [
          '-frames:v',
          '1',
          '-an',
          '-q:v',
          '4',
          '-vf',
          `scale=${size}:${size}:force_original_aspect_ratio=decrease`,
          '-f',
          'mjpeg',
        ],
        out: partial,
        doing: 'TAKING_STILL',
      },
      new AbortController().signal,
    )
  try {
    const grabbed = await grab(['-ss', String(at)])
    if (!grabbed.ok) return grabbed
    await rename(partial, out).catch(async () => {
      // A video shorter than that gives no frame at all.
      await grab([])
      await rename(partial, out)
    })
    return ok(undefined)
  } finally {
    await rm(partial, { force: true })
  }
}
