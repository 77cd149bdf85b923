import type { Readable } from 'node:stream'
import type { SoundFormat } from '#files/sniffSound.ts'

/** What reads an input, as ffmpeg calls it. */
type InputFormat = SoundFormat | 'png_pipe' | 'ffmetadata' | 'rawvideo' | 'f32le' | 'lavfi'

export interface FfmpegInput {
  /** A path, or raw sound or frames that are made on the way. */
  readonly from: string | Readable
  readonly format: InputFormat
  /** More options that stand before this input's -i. */
  readonly options?: readonly string[]
}

/**
 * The options that stand before an input's -i. What reads it is named, and it may open nothing but itself: left to
 * itself ffmpeg goes by content, and a file that is a playlist, or whose name holds a `%d`, has it open others.
 */
export function inputOptions({ format, options = [] }: Omit<FfmpegInput, 'from'>): string[] {
  return ['-protocol_whitelist', 'file,pipe', '-f', format, ...options]
}

/** All arguments of an input. `from` is what stands behind -i: a path, or a pipe's name. */
export function inputArguments(input: FfmpegInput & { readonly from: string }): string[] {
  return [...inputOptions(input), '-i', input.from]
}
