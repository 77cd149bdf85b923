import { fps } from '#shared/domain.ts'
import { colourTags, keyframeSeconds, x264Quality, x264SlowMotion } from '../scene/pixelFormat.ts'

/** An encoder of ffmpeg and how it is told to write what every finished video is. */
export interface VideoCoder {
  /** As ffmpeg calls it. */
  readonly codec: string
  /** As the receipt calls it. */
  readonly name: string
  /** Filters from yuv420p to what it takes. */
  readonly prepare: string
  readonly options: (threads: number) => readonly string[]
}

/** @param spare threads beyond the cores: they work while the one that draws the frames waits for them, and it for them */
const software = (quality: readonly string[], spare = 0): VideoCoder => ({
  codec: 'libx264',
  name: 'x264',
  prepare: 'null',
  options: (threads) => [...quality, ...colourTags, '-threads', String(threads + spare)],
})

export const x264 = software(x264Quality)
export const x264ForSlowMotion = software(x264SlowMotion, 1)

/** What all hardware is asked for; without B pictures, packets stand in the order they are shown. */
const common = ['-profile:v', 'high', '-bf', '0', '-g', String(keyframeSeconds * fps), ...colourTags] as const

const hardware = (codec: string, quality: readonly string[], prepare = 'format=nv12'): VideoCoder => ({
  codec,
  name: codec,
  prepare,
  options: () => [...quality, ...common],
})

const videotoolbox = hardware('h264_videotoolbox', ['-b:v', '12M', '-maxrate', '16M', '-bufsize', '24M'])
const nvenc = hardware('h264_nvenc', ['-preset', 'medium', '-rc', 'vbr', '-cq', '21', '-b:v', '0'])
const qsv = hardware('h264_qsv', ['-preset', 'medium', '-global_quality', '21'])
const amf = hardware('h264_amf', ['-quality', 'balanced', '-rc', 'cqp', '-qp_i', '20', '-qp_p', '22'])
const vaapi = hardware('h264_vaapi', ['-vaapi_device', '/dev/dri/renderD128', '-qp', '21'], 'format=nv12,hwupload')

const byPlatform: Partial<Record<NodeJS.Platform, readonly VideoCoder[]>> = {
  darwin: [videotoolbox],
  win32: [nvenc, qsv, amf],
  linux: [nvenc, qsv, vaapi],
}

/** The hardware encoders that a platform may have and an ffmpeg was built with, the likeliest to be fast first. */
export function hardwareCoders(platform: NodeJS.Platform, encoders: ReadonlySet<string>): readonly VideoCoder[] {
  return (byPlatform[platform] ?? []).filter(({ codec }) => encoders.has(codec))
}
