import type { Format } from '#shared/domain.ts'

/** Samples a second of every finished sound. */
export const soundRate = 44_100

/**
 * How ffmpeg writes each format, on two channels. Where both are the same, looking for what they share would only take
 * time: 80 kb/s for each are more than a voice can use, and AAC's `fast` coder is as good there.
 */
export function soundCodec(format: Format, alike: boolean): readonly string[] {
  switch (format) {
    case 'mp4':
      return ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '160k', ...(alike ? ['-aac_ms', '0'] : []), '-f', 'mp4']
    case 'mp3':
      return ['-c:a', 'libmp3lame', '-b:a', '192k', '-f', 'mp3']
    case 'wav':
      return ['-c:a', 'pcm_s16le', '-f', 'wav']
  }
}
