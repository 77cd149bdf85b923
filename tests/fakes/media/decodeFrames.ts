import { execFileSync, spawn } from 'node:child_process'

/** Bytes of one yuv420p frame. */
const pictureBytes = (width: number, height: number): number => (width * height * 3) / 2

/** Decodes a video (or with `input` options a raw one) to yuv420p frames, with ffmpeg. */
export async function* decodeFrames(
  ffmpeg: string,
  file: string,
  size: { readonly width: number; readonly height: number },
  input: readonly string[] = [],
): AsyncGenerator<Buffer> {
  // `fatal`: that nobody reads on is not worth a word.
  const args = ['-v', 'fatal', ...input, '-i', file, '-vsync', '0', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-']
  const child = spawn(ffmpeg, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const length = pictureBytes(size.width, size.height)
  let pending = Buffer.alloc(0)
  try {
    for await (const chunk of child.stdout) {
      pending = Buffer.concat([pending, chunk])
      for (; pending.length >= length; pending = pending.subarray(length)) yield pending.subarray(0, length)
    }
  } finally {
    child.kill('SIGKILL')
  }
}

/** All frames of an MP4, one after another, decoded by Cisco's OpenH264. */
export function decodeWithOpenH264(file: string, { width, height }: { width: number; height: number }): Buffer {
  const pipeline = `filesrc location=${file} ! qtdemux ! h264parse ! openh264dec ! video/x-raw,format=I420 ! fdsink`
  const padded = execFileSync('gst-launch-1.0', ['-q', ...pipeline.split(' ')], { maxBuffer: 1 << 30 })
  // GStreamer fills every row up to a multiple of four bytes.
  const planes = [
    [width, height],
    [width / 2, height / 2],
    [width / 2, height / 2],
  ] as const
  const rows: Buffer[] = []
  for (let at = 0; at < padded.length; ) {
    for (const [length, count] of planes) {
      for (let row = 0; row < count; row++, at += 4 * Math.ceil(length / 4)) rows.push(padded.subarray(at, at + length))
    }
  }
  return Buffer.concat(rows)
}

/** The rows [top, top + rows) of a yuv420p frame, as a frame of its own. */
export function cropRows(frame: Buffer, width: number, height: number, top: number, rows: number): Buffer {
  const half = width / 2
  const [u, v] = [width * height, (width * height * 5) / 4]
  const chroma = (plane: number) => frame.subarray(plane + (top / 2) * half, plane + ((top + rows) / 2) * half)
  return Buffer.concat([frame.subarray(top * width, (top + rows) * width), chroma(u), chroma(v)])
}
