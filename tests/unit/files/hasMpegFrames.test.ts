import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { hasMpegFrames } from '#files/hasMpegFrames.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'

const mp3 = ['-c:a', 'libmp3lame', '-id3v2_version', '0', '-f', 'mp3']
test.each([
  ['MP3', mp3],
  ['MP3 of 24 kHz', [...mp3, '-ar', '24000', '-b:a', '48k']],
  ['MP3 of 8 kHz', [...mp3, '-ar', '8000', '-b:a', '16k']],
  ['MP3 of changing rate', [...mp3, '-q:a', '4']],
  ['MP2', ['-c:a', 'mp2', '-f', 'mp2']],
  ['MP2 of 24 kHz', ['-c:a', 'mp2', '-ar', '24000', '-b:a', '64k', '-f', 'mp2']],
  ['ADTS', ['-c:a', 'aac', '-f', 'adts']],
])('%s', async (_, coding) => {
  const { path } = unwrap(await locateFfmpeg())
  const sound = execFileSync(path, ['-v', 'error', '-f', 'lavfi', '-i', 'sine=d=0.5', ...coding, 'pipe:1'])
  expect(hasMpegFrames(sound)).toBe(true)
  expect(hasMpegFrames(sound.subarray(1))).toBe(false)
})

test('bytes that begin as a frame does are none by that', () => {
  const begun = fc
    .uint8Array({ minLength: 6, maxLength: 4000 })
    .map((rest) => Uint8Array.from([0xff, 0xfb, 0x90, ...rest]))
  fc.assert(fc.property(begun, (bytes) => !hasMpegFrames(bytes)))
  expect(hasMpegFrames(new Uint8Array())).toBe(false)
})
