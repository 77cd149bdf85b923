import type { Captions, Waveform } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'
import type { FfmpegInput } from '../process/ffmpegInput.ts'
import { escapeFilter } from './escapeFilter.ts'
import { colourTags } from './pixelFormat.ts'
import { waveformBytes, waveformPainter } from './waveformPainter.ts'

/** Filters that draw the parts of a scene. Every way to render uses these, so that all of them show the same. */

/** One frame, converted once and held for `frameCount` frames, instead of drawn anew for each. */
export const hold = (frameCount: number): string =>
  `loop=loop=-1:size=1:start=0,settb=1/${fps},setpts=N,trim=end_frame=${frameCount}`

/** Lays `above` on `below`, at pixels (x, y) of it. */
export const overlay = (below: string, above: string, x: number, y: number): string =>
  `[${below}][${above}]overlay=${x}:${y}:format=yuv420`

/** The logo as `overlay` wants it: one frame, which overlay repeats to the end. */
export const logo = (input: string): string => `[${input}]format=yuva420p`

/** Burns captions in. Times are those of the frame's own clock. */
export const burnIn = ({ ass, fonts }: Captions): string => `ass=${escapeFilter(ass)}:fontsdir=${escapeFilter(fonts)}`

/** The waveform's frames as raw video, one after the other, and how ffmpeg is told so. */
export function waveformInput(
  waveform: Waveform,
  frameCount: number,
): { frames: Iterable<Uint8Array>; input: Omit<FfmpegInput, 'from'> } {
  const { width, height } = waveform.rect
  return {
    frames: drawWaveform(waveform, frameCount),
    input: {
      format: 'rawvideo',
      options: ['-pix_fmt', 'yuva420p', '-s', `${width}x${height}`, '-r', String(fps), ...colourTags],
    },
  }
}

/** Each is drawn when it is asked for, where the one before the last was: memory is not taken and freed for each. */
function* drawWaveform(waveform: Waveform, frameCount: number): Generator<Uint8Array> {
  const paint = waveformPainter(waveform)
  const memory = [waveformBytes(waveform), waveformBytes(waveform)].map((bytes) => new Uint8Array(bytes))
  for (let index = 0; index < frameCount; index++) {
    const frame = memory[index % 2]!
    paint(index, frame)
    yield frame
  }
}

/** Lets only these frames pass, of a stream that has them all. */
export function selectFrames(frames: ReadonlySet<number>): string {
  // One bit a frame, 32 to a number, found by halving: short to write and quick to ask, however many there are.
  // The number after the last is 0.
  const words: number[] = []
  for (const n of frames) words[n >>> 5] = (words[n >>> 5] ?? 0) + 2 ** (n & 31)
  const word = (from: number, to: number): string => {
    if (to - from <= 1) return String(words[from] ?? 0)
    const middle = (from + to) >>> 1
    return `if(lt(n,${middle * 32}),${word(from, middle)},${word(middle, to)})`
  }
  return `select='bitand(${word(0, words.length + 1)},pow(2,mod(n,32)))'`
}
