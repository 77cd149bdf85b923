import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inputArguments } from '#engines/ffmpeg/process/ffmpegInput.ts'

test('what reads an input is named, and it may open nothing but itself', () => {
  expect(inputArguments({ from: '/a/b.mp3', format: 'mp3', options: ['-stream_loop', '-1'] })).toEqual([
    ...['-protocol_whitelist', 'file,pipe', '-f', 'mp3', '-stream_loop', '-1', '-i', '/a/b.mp3'],
  ])
})

test('no ffmpeg is started with an input that was written in another way', () => {
  const root = fileURLToPath(new URL('../../../../../src-main', import.meta.url))
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
  const writers = files.filter((file) => /'-i'|command\.input\(/.test(readFileSync(file, 'utf8')))
  // runFfmpeg hands each input to its library with the options of inputOptions.
  expect(writers.map((file) => relative(root, file).replaceAll('\\', '/')).sort()).toEqual([
    'engines/ffmpeg/process/ffmpegInput.ts',
    'engines/ffmpeg/process/runFfmpeg.ts',
  ])
})
