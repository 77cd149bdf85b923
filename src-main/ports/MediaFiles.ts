import type { Result } from '#shared/result.ts'

export interface MuxRequest {
  /** Path of an MP4 with the video stream alone, and of one with the sound (AAC). */
  readonly video: string
  readonly sound: string
  /** The MP4 to write. */
  readonly out: string
  /** Go into the file's metadata. */
  readonly title: string
  readonly text: string
}

/** What a finished file holds, read from the file itself. */
export interface MediaFacts {
  /** Bytes. */
  readonly size: number
  /** Seconds of sound. */
  readonly duration: number
  readonly video?: {
    readonly width: number
    readonly height: number
    readonly frameCount: number
    /** Frames a second. */
    readonly frameRate: number
    /** Seconds. */
    readonly duration: number
  }
}

/** Puts finished streams into files and reads files back. */
export interface MediaFiles {
  /** Copies both streams into one faststart MP4. Fails with FFMPEG_*, DISK_FULL, FOLDER_READ_ONLY or CANCELLED. */
  mux(request: MuxRequest, signal: AbortSignal): Promise<Result<void>>
  /** Reads an MP4, MP3 or WAV. Fails with FFMPEG_FAILED when the file is not whole. */
  probe(file: string): Promise<Result<MediaFacts>>
}
