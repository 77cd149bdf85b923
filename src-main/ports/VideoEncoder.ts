import type { Result } from '#shared/result.ts'

/** A rectangle in pixels from the canvas's upper left corner. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A waveform that follows the voice. Its levels come from the sound (pipeline/scene/traceWaveform). */
export interface Waveform {
  readonly rect: Rect
  readonly style: 'line' | 'bars' | 'mirrored'
  /** `#rrggbb` */
  readonly colour: string
  /** 0 to 1 */
  readonly opacity: number
  /** Columns per frame. */
  readonly columns: number
  /** `frameCount * columns` heights, 0 to 1, frame by frame. */
  readonly levels: Float32Array
}

/** Text burned into the frames by libass. */
export interface Captions {
  /** Path of an ASS file whose PlayRes is the canvas's size. */
  readonly ass: string
  /** Folder that holds every font the ASS file names. */
  readonly fonts: string
  /** Luma rows [top, bottom) outside which the captions never draw, in any frame. */
  readonly top: number
  readonly bottom: number
}

/** Everything that one video shows, in pixels and frames (30 a second). */
export interface Scene {
  readonly width: number
  readonly height: number
  /** How many frames; the video lasts frameCount / 30 seconds. */
  readonly frameCount: number
  /** Path of an opaque PNG of exactly width x height. */
  readonly background: string
  /** Other backgrounds, each from its frame on, in order and as large; none at frame 0. */
  readonly changes?: readonly { readonly frame: number; readonly background: string }[]
  /** How the background moves, slowly and within itself; a long video comes back. Absent: it stands still. */
  readonly motion?: 'zoom-in' | 'zoom-out' | 'pan-left' | 'pan-right'
  /** Path of a PNG with alpha, width x height, that stands still above the background (logo). */
  readonly overlay?: string
  readonly waveform?: Waveform
  readonly captions?: Captions
}

export interface EncodeOptions {
  /** `x264` draws and encodes every frame plainly; `auto` takes the fastest way that looks the same. */
  readonly encoder: 'auto' | 'x264'
  /** Threads this one encode may use. */
  readonly threads: number
  /** Called with the number of frames done so far; never goes backwards. */
  readonly onFrames?: (done: number) => void
}

/** How a video stream was made, for the receipt. */
export interface EncodeReport {
  /** In words: `x264`, `x264 strip graft`, `h264_videotoolbox`. */
  readonly encoder: string
  /** Why the fast way was not taken, when it was asked for. */
  readonly fallback?: string
}

/** Draws a scene and encodes it. */
export interface VideoEncoder {
  /**
   * Writes H.264 High yuv420p bt709 at 30 constant frames a second to `out`, an MP4 without sound.
   * Fails with FFMPEG_*, DISK_FULL, FILE_FAILED or CANCELLED; leaves no child process and no file then.
   */
  encode(scene: Scene, out: string, options: EncodeOptions, signal: AbortSignal): Promise<Result<EncodeReport>>
}
