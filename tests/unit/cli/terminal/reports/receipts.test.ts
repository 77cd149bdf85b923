import { expect, test } from 'vitest'
import { showReceipts } from '#cli/terminal/reports/receipts.ts'
import type { Artifact } from '#shared/domain.ts'
import { fakeScreen } from '#tests/fakes/service/fakeScreen.ts'

const picture = { width: 1080, height: 1920, pictures: 345, rate: 30, outlasts: -0.012, encoder: 'x264 strip graft' }
const receipt = { loudness: -14.06, truePeak: -1.63, duration: 11.5, picture, timing: 'engine' as const }
const video: Artifact = { kind: 'video', path: '/o/a.mp4', name: 'a.mp4', size: 1_800_000, duration: 11.5, receipt }
const zip: Artifact = { kind: 'zip', path: '/o/a.zip', name: 'a.zip', size: 1 }

const shown = (artifact: Artifact) => showReceipts([artifact, zip], fakeScreen().screen)

test('says of a video what was measured, in words', () => {
  expect(shown(video).split('\n')).toEqual([
    'a.mp4',
    '  Sound      -14.1 LUFS, true peak -1.6 dBTP, 11.5 s',
    '  Picture    1080x1920, 345 pictures at 30 a second, 12 ms shorter than the sound',
    '  Encoder    x264 strip graft',
    '  Word times exact, from the voice itself',
    '  Size       1.8 MB',
    '',
  ])
})

test('says why the fast way was not taken, and what silence is', () => {
  const slow = { ...picture, encoder: 'x264', fallback: 'the background moves' }
  expect(shown({ ...video, receipt: { ...receipt, picture: slow } })).toContain('x264, because the background moves')
  expect(shown({ ...video, receipt: { ...receipt, truePeak: null } })).toContain('true peak silence')
})

test('says where word times come from, and why they are no better', () => {
  const shares = { ...receipt, timing: 'shares' as const }
  expect(shown({ ...video, receipt: shares })).toMatch(/Word times shares .* heard pauses$/m)
  expect(shown({ ...video, receipt: { ...shares, timingFallback: 'mismatch' } })).toContain(
    'heard pauses, because it is not sure that the recording says the text',
  )
})

test('says what captions leave out and show small, or that they are whole', () => {
  const lines = (captions: NonNullable<Artifact['receipt']>['captions']) =>
    shown({ ...video, receipt: { ...receipt, captions } })
  expect(lines({ missing: [], shrunk: [] })).toContain('  Captions   nothing missing, nothing too long for its line\n')
  expect(lines({ missing: ['𝔘', 'ꙮ'], shrunk: [{ text: 'Donau', share: 0.333 }] })).toContain(
    '  Captions   without “𝔘”, “ꙮ”, which no font has; “Donau” at 33 % of their size\n',
  )
})

test('sound alone has no picture to tell of', () => {
  const { picture: _, ...sound } = receipt
  expect(shown({ ...video, kind: 'audio', receipt: sound })).not.toContain('Picture')
})
