import { execFileSync } from 'node:child_process'

/** Loudness of a finished file in LUFS and dBTP, measured apart from the product's own code. */
export function loudnessOf(ffmpeg: string, file: string): { integrated: number; truePeak: number } {
  const printed = said(ffmpeg, ['-nostats', '-i', file, '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'])
  const summary = printed.slice(printed.lastIndexOf('Summary:'))
  const read = (label: RegExp) => Number(label.exec(summary)?.[1])
  return { integrated: read(/I:\s+(-?[\d.]+) LUFS/), truePeak: read(/Peak:\s+(-?[\d.]+) dBFS/) }
}

/** What ffmpeg says of a file: streams, sizes, metadata. */
export function describeFile(ffmpeg: string, file: string): string {
  return said(ffmpeg, ['-i', file])
}

function said(ffmpeg: string, args: string[]): string {
  return execFileSync('sh', ['-c', '"$0" -hide_banner "$@" 2>&1 || true', ffmpeg, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
}

/** One frame of a video as a reader of RGB pixels. */
export function frameAt(ffmpeg: string, file: string, index: number, { width }: { width: number }) {
  const args = ['-v', 'error', '-i', file, '-vf', `select=eq(n\\,${index})`, '-vsync', '0', '-frames:v', '1']
  const rgb = execFileSync(ffmpeg, [...args, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'], { maxBuffer: 1 << 26 })
  return (x: number, y: number) => [...rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
}

/** When a stream's packets are shown and whether they are keyframes, in order of showing; seconds. */
export function packetsOf(ffmpeg: string, file: string, stream: 'v' | 'a'): { time: number; key: boolean }[] {
  // framecrc names every packet with its times; -c copy leaves them as they are in the file.
  const args = ['-v', 'error', '-i', file, '-map', `0:${stream}`, '-c', 'copy', '-f', 'framecrc', '-']
  const text = execFileSync(ffmpeg, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  const base = /^#tb 0: (\d+)\/(\d+)/m.exec(text)
  const unit = Number(base?.[1]) / Number(base?.[2])
  const rows = text.split('\n').filter((line) => /^0,/.test(line))
  const packets = rows.map((row) => {
    const fields = row.split(',').map((field) => field.trim())
    // Flags are printed only where they are not those of a keyframe.
    return { time: Number(fields[2]) * unit, key: !fields.some((field) => /^F=0x0$/.test(field)) }
  })
  return packets.sort((a, b) => a.time - b.time)
}
