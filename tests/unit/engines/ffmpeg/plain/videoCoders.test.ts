import { expect, test } from 'vitest'
import { hardwareCoders, x264 } from '#engines/ffmpeg/plain/videoCoders.ts'

const all = new Set(['h264_amf', 'h264_nvenc', 'h264_qsv', 'h264_vaapi', 'h264_videotoolbox', 'libx264'])
const names = (platform: NodeJS.Platform, encoders: ReadonlySet<string> = all) =>
  hardwareCoders(platform, encoders).map(({ name }) => name)

test('each platform has its own order, and only what the ffmpeg was built with', () => {
  expect(names('darwin')).toEqual(['h264_videotoolbox'])
  expect(names('win32')).toEqual(['h264_nvenc', 'h264_qsv', 'h264_amf'])
  expect(names('linux')).toEqual(['h264_nvenc', 'h264_qsv', 'h264_vaapi'])
  expect(names('linux', new Set(['h264_vaapi']))).toEqual(['h264_vaapi'])
  expect(names('freebsd')).toEqual([])
})

test('every coder is asked for High, BT.709 and a keyframe every 5 seconds; hardware for no B pictures', () => {
  const coders = (['darwin', 'win32', 'linux'] as const).flatMap((platform) => hardwareCoders(platform, all))
  for (const coder of [x264, ...coders]) {
    const options = coder.options(2).join(' ')
    expect(options).toContain('-profile:v high')
    expect(options).toContain('-g 150')
    expect(options).toContain('-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709')
    if (coder !== x264) expect(options).toContain('-bf 0')
  }
})
