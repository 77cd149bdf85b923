import { join } from 'node:path'
import { expect, test } from 'vitest'
import { headline, summarise } from '#cli/terminal/reports/summary.ts'
import type { Artifact } from '#shared/domain.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import { SpokenAs } from '#shared/speech/spokenAs.ts'
import { fakeScreen } from '#tests/fakes/service/fakeScreen.ts'

const video = (name: string, segment: number, duration: number, size: number): Artifact => ({
  kind: 'video',
  segment,
  path: join('/out', name),
  name,
  size,
  duration,
})
const zip: Artifact = { kind: 'zip', path: '/out/api_shorts_1_2.zip', name: 'api_shorts_1_2.zip', size: 5_900_000 }
const subtitles: Artifact = { kind: 'subtitles', segment: 1, path: '/out/a.srt', name: 'a.srt', size: 10 }

test('says what was made, where, how long it plays and how long it took', () => {
  const artifacts = [video('api_東京.mp4', 1, 8.5, 2_100_000), subtitles, video('api_B.mp4', 2, 61, 12_800_000), zip]
  const text = summarise({ kind: 'shorts', artifacts, folder: '/films/out', took: 20 }, fakeScreen().screen, '/films')
  expect(text.split('\n')).toEqual([
    '✓ api_東京.mp4           8.5 s     2.1 MB',
    '✓ api_B.mp4               1:01    12.8 MB',
    '✓ api_shorts_1_2.zip               5.9 MB',
    '',
    '2 Shorts and a ZIP, with subtitles, in out',
    '1:10 made in 20.0 s, 3.5 times faster than real time',
    '',
  ])
})

test('says what is about to be made, and by whom', () => {
  const said = (engine: EngineName, model?: string) =>
    headline({ kind: 'shorts', spokenAs: SpokenAs.parse({ model }) }, { segments: 2, engine }, fakeScreen().screen)
  expect(said('builtin', 'tts-1')).toBe('2 Shorts, spoken by the built-in voice nova')
  expect(said('openai')).toBe("2 Shorts, spoken by OpenAI's gpt-4o-mini-tts, voice nova")
  expect(said('openai', 'tts-1')).toBe("2 Shorts, spoken by OpenAI's tts-1, voice nova")
})

test('a voiceover, slower than it plays, in a folder elsewhere', () => {
  const audio: Artifact = { kind: 'audio', path: '/b/v.mp3', name: 'v.mp3', size: 900, duration: 10 }
  const summary = { kind: 'voiceover', artifacts: [audio], folder: '/b', took: 15 } as const
  const text = summarise(summary, fakeScreen().screen, '/films')
  expect(text).toContain('1 voiceover in /b\n')
  expect(text).toContain('10.0 s made in 15.0 s, 1.5 times as long as it plays')
})
