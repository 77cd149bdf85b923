import { expect, test } from 'vitest'
import { showServer } from '#cli/terminal/reports/serverTable.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import type { ServerReport } from '#shared/speech/serverReport.ts'
import { fakeScreen } from '#tests/fakes/service/fakeScreen.ts'

test('what was measured is a table of plain sentences', () => {
  const error = appError('SPEECH_REFUSED', { reason: words('no flac here') })
  const report: ServerReport = {
    server: 'http://localhost:8880/v1',
    model: 'kokoro',
    requests: 15,
    characters: 3523,
    voices: ['af_heart', 'am_puck'],
    formats: [
      { asked: 'wav', got: 'wav', sampleRate: 24_000 },
      { asked: 'flac', error },
      { asked: 'mp3', got: 'wav', sampleRate: 24_000 },
    ],
    names: [
      { name: 'nova', voice: 'af_heart' },
      { name: 'alloy', voice: 'alloy' },
      { name: 'onyx', voice: 'gone', error },
    ],
    speeds: [
      { asked: 0.5, measured: 0.53 },
      { asked: 2, measured: 1.01 },
      { asked: 4, measured: 2 },
    ],
    lengths: [
      { characters: 180, state: 'whole', seconds: 11.2 },
      { characters: 798, state: 'lost', seconds: 40, lost: 'a long grey cloud' },
      { characters: 1574, state: 'skipped' },
    ],
    firstByte: 0.091,
    timesRealTime: 16.42,
  }
  expect(showServer(report, fakeScreen().screen).split('\n')).toEqual([
    'http://localhost:8880/v1, model kokoro',
    '✓ format wav         24,000 samples a second',
    '✗ format flac        The speech service refused the request: no flac here',
    '~ format mp3         is really wav, 24,000 samples a second',
    '✓ voices             2: af_heart, am_puck',
    '✓ the usual names    nova (af_heart), alloy',
    '✗ name onyx          The speech service refused the request: no flac here',
    '✓ speed 0.5          kept (0.53)',
    '~ speed 2            ignored',
    '~ speed 4            is really 2',
    '✓ 180 characters     every word is said; 11 s of sound',
    '✗ 798 characters     not heard: “a long grey cloud”; 40 s of sound',
    '~ 1,574 characters   not tried',
    '✓ first byte         after 0.09 s',
    '✓ times real time    16.4',
    '15 requests, 3,523 characters',
    '',
  ])
})
