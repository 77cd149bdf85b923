import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { type SoundFormat, sniffSound, sniffSoundFile } from '#files/sniffSound.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

test.each<[SoundFormat, string[]]>([
  ['wav', ['-f', 'wav']],
  ['mp3', ['-c:a', 'libmp3lame', '-f', 'mp3']],
  ['mp3', ['-c:a', 'libmp3lame', '-id3v2_version', '0', '-write_xing', '0', '-f', 'mp3']],
  ['flac', ['-f', 'flac']],
  ['aac', ['-c:a', 'aac', '-f', 'adts']],
  ['mp4', ['-c:a', 'aac', '-f', 'ipod']],
  ['ogg', ['-c:a', 'flac', '-f', 'ogg']],
  ['matroska', ['-c:a', 'flac', '-f', 'matroska']],
  ['aiff', ['-f', 'aiff']],
  ['caf', ['-f', 'caf']],
  ['w64', ['-f', 'w64']],
  ['au', ['-f', 'au']],
])('%s, as ffmpeg writes it with %j, is known by its bytes', async (format, coding) => {
  const file = join(scratch(), 'sound')
  const { path } = unwrap(await locateFfmpeg())
  execFileSync(path, ['-v', 'error', '-f', 'lavfi', '-i', 'sine=d=0.5', ...coding, file])
  expect(await sniffSoundFile(file)).toBe(format)
})

test.each([
  ['nothing', ''],
  ['a playlist', '#EXTM3U\nfile:///home/ann/diary.mp3\n'],
  ['a list of files', 'ffconcat version 1.0\nfile diary.mp3\n'],
  ['a description of streams', 'v=0\no=- 0 0 IN IP4 127.0.0.1\n'],
  ['a manifest', '<?xml version="1.0"?><MPD></MPD>'],
  ['a picture', '\x89PNG\r\n\x1a\n'],
  ['a JPEG', '\xff\xd8\xff\xe0'],
  ['UTF-16', '\xff\xfe#\0E\0'],
])('%s is no sound', async (_, content) => {
  const bytes = Buffer.from(content, 'latin1')
  expect(sniffSound(bytes)).toBeUndefined()
  const file = join(scratch(), 'song.mp3')
  writeFileSync(file, bytes)
  expect(await sniffSoundFile(file)).toBeUndefined()
})
