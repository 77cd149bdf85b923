import { rm, stat, writeFile } from 'node:fs/promises'
import type { MediaFacts, MediaFiles, MuxRequest } from '#ports/MediaFiles.ts'
import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Ffmpeg } from './process/locateFfmpeg.ts'
import { runFfmpeg } from './process/runFfmpeg.ts'

export function createMediaFiles(ffmpeg: Ffmpeg): MediaFiles {
  return { mux: (request, signal) => mux(ffmpeg, request, signal), probe }
}

async function mux(ffmpeg: Ffmpeg, request: MuxRequest, signal: AbortSignal): Promise<Result<void>> {
  // The text may be longer than an argument can be, so it goes by file.
  const metadata = `${request.out}.metadata.txt`
  await writeFile(metadata, describe(request))
  try {
    const run = await runFfmpeg(
      ffmpeg,
      {
        inputs: [
          { from: request.video, format: 'mp4' },
          { from: request.sound, format: 'mp4' },
          { from: metadata, format: 'ffmetadata' },
        ],
        options: [
          '-map',
          '0:v',
          '-map',
          '1:a',
          '-map_metadata',
          '2',
          '-map_chapters',
          '-1',
          '-c',
          'copy',
          '-movflags',
          '+faststart',
          '-f',
          'mp4',
        ],
        out: request.out,
        doing: 'JOINING',
      },
      signal,
    )
    return run.ok ? ok(undefined) : run
  } finally {
    await rm(metadata, { force: true })
  }
}

/** ffmpeg's metadata format (ffmpeg-formats manual, "Metadata"): `=`, `;`, `#`, `\` and line ends are escaped. */
function describe({ title, text }: MuxRequest): string {
  const escaped = (value: string) => value.replace(/[=;#\\\n]/g, '\\$&')
  return `;FFMETADATA1\ntitle=${escaped(title)}\ndescription=${escaped(text)}\ncomment=Made with Pausecut\n`
}

async function probe(file: string): Promise<Result<MediaFacts>> {
  const doing = phrase('FINISHING')
  // Loaded with the first file, so that speech does not wait for it.
  const { ALL_FORMATS, FilePathSource, Input } = await import('mediabunny')
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  try {
    const [{ size }, sound, video] = await Promise.all([
      stat(file),
      input.getPrimaryAudioTrack(),
      input.getPrimaryVideoTrack(),
    ])
    if (!sound) return fail(appError('FFMPEG_FAILED', { doing, reason: phrase('FILE_WITHOUT_SOUND') }))
    const duration = await sound.computeDuration()
    if (!video) return ok({ size, duration })
    const [videoDuration, packets] = await Promise.all([video.computeDuration(), video.computePacketStats()])
    return ok({
      size,
      duration,
      video: {
        width: video.codedWidth,
        height: video.codedHeight,
        frameCount: packets.packetCount,
        frameRate: packets.averagePacketRate,
        duration: videoDuration,
      },
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return fail(appError('FFMPEG_FAILED', { doing, reason: phrase('FILE_NOT_WHOLE') }, message))
  } finally {
    input.dispose()
  }
}
