import type { Format } from '#shared/domain.ts'
import type { Result } from '#shared/result.ts'

export interface Loudness {
  /** Integrated loudness, LUFS. */
  readonly integrated: number
  /** dBTP */
  readonly truePeak: number
}

/** Music under a narration. */
export interface Music {
  /** Path of any sound file that ffmpeg reads. */
  readonly file: string
  /** Decibels against the voice, before ducking. */
  readonly volume: number
  /** Decibels that it goes down while somebody speaks. */
  readonly ducking: number
  /** When somebody speaks: [start, end] in seconds of the narration, in order. */
  readonly speech: readonly (readonly [number, number])[]
}

export interface MasterRequest {
  /** Path of the narration: mono 16-bit WAV. */
  readonly narration: string
  /** The file to write: AAC in an .m4a for `mp4`, else MP3 or WAV. 44.1 kHz stereo. */
  readonly out: string
  readonly format: Format
  /** Exact length of the result in samples of 44.1 kHz: silence is added, or the end is cut. */
  readonly samples: number
  readonly music?: Music
}

/** Brings narrations to their loudness and into their format. */
export interface SoundMaster {
  /**
   * Writes `out` at -14 LUFS and at most -1 dBTP, both measured on the finished file, by a linear gain and a
   * true-peak limiter. Sound too quiet to have a loudness (silence) is passed through as it is.
   * Fails with FFMPEG_*, DISK_FULL, FOLDER_READ_ONLY or CANCELLED; leaves no file then.
   */
  master(request: MasterRequest, signal: AbortSignal): Promise<Result<Loudness>>
}
