import type { Result } from '#shared/result.ts'
import type { MonoSound } from '#shared/wav.ts'

/** Reads sound files that somebody else coded. */
export interface SoundDecoder {
  /**
   * Decodes a whole sound file of any format that `sniffSound` tells by its first bytes, mixed down to one channel.
   * Fails with FFMPEG_*, DISK_FULL, FOLDER_READ_ONLY, or CANCELLED.
   */
  decode(file: Uint8Array, signal: AbortSignal): Promise<Result<MonoSound>>
}
