import { expect, test } from 'vitest'
import { explainFfmpeg } from '#engines/ffmpeg/process/explainFfmpeg.ts'
import { englishSentence } from '#shared/errors.ts'

test('a full disk is a full disk, wherever ffmpeg says so', () => {
  const stderr = 'frame=  10 fps=0\nav_interleaved_write_frame(): No space left on device\nConversion failed!'
  expect(explainFfmpeg(stderr, 'DRAWING', '/out/a.mp4')).toMatchObject({
    code: 'DISK_FULL',
    facts: { path: '/out' },
  })
})

test('a folder that takes no files is named', () => {
  expect(explainFfmpeg('/out/x.mp4: Permission denied', 'DRAWING', '/out/x.mp4').code).toBe('FOLDER_READ_ONLY')
})

test('the sentence carries the first complaint, not the echo of it, and the lines stay in the detail', () => {
  const stderr = [
    '  Duration: 00:00:30.00, bitrate: 705 kb/s',
    "[AVFilterGraph @ 0x563f5ed00440] No such filter: 'nosuch'",
    'Error reinitializing filters!',
    'Conversion failed!',
  ].join('\n')
  const error = explainFfmpeg(stderr, 'DRAWING', '/out')
  expect(englishSentence(error)).toBe("ffmpeg stopped while drawing the video: No such filter: 'nosuch'.")
  expect(error.detail).toContain('Error reinitializing filters!')
})

test('an ffmpeg that dies without a word still gives a sentence', () => {
  expect(englishSentence(explainFfmpeg('', 'DRAWING', '/out'))).toBe(
    'ffmpeg stopped while drawing the video: it gave no reason.',
  )
})
