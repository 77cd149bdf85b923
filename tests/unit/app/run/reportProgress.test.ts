import { expect, test } from 'vitest'
import { reportProgress } from '#app/run/reportProgress.ts'
import type { PartUnderWay } from '#shared/desktop/desktop.ts'
import type { JobEvent } from '#shared/job/events.ts'
import { sayPhrase } from '#shared/phrases.ts'

const segments = [
  { index: 1, text: 'Welcome to the market.' },
  { index: 2, text: 'Apple reported strong earnings today, all in all.' },
]

function follow(kind: 'shorts' | 'voiceover', format: 'mp4' | 'mp3' = 'mp4') {
  const events: JobEvent[] = []
  const report = reportProgress({ id: 'api_1', kind, format }, segments, [10, 10], (event) => events.push(event))
  const said = () =>
    events.map((event) => (event.type === 'progress' ? `${event.progress} ${sayPhrase(event.message)}` : ''))
  return { report, said }
}

test('says in the guide’s words what is happening to which segment', () => {
  const { report, said } = follow('shorts')
  report.speaking(1, 0.5)
  report.rendering(1, 0.5)
  expect(said()).toEqual([
    '6 Speaking part 2 of 2: Apple reported strong earnings...',
    '24 Generating video 2 of 2: Apple reported strong earnings...',
  ])
})

test('speaks of the first segment under way, whichever of those side by side has news', () => {
  const { report, said } = follow('shorts')
  report.rendering(0, 0.1)
  report.rendering(1, 0.1)
  report.finished(0)
  expect(said().map((line) => line.replace(/^\d+ /, ''))).toEqual([
    'Generating video 1 of 2: Welcome to the market.',
    'Generating video 1 of 2: Welcome to the market.',
    'Generating video 2 of 2: Apple reported strong earnings...',
  ])
})

test('a wait for the speech service is told, unless it is short, until there is news', () => {
  const { report, said } = follow('shorts')
  report.speaking(0, 0)
  report.waiting(0, 0.7)
  report.waiting(0, 19.2)
  report.speaking(0, 0.5)
  expect(said()).toEqual([
    '0 Speaking part 1 of 2: Welcome to the market.',
    '0 The speech service is busy, part 1 of 2: it is asked again after 20 s',
    '6 Speaking part 1 of 2: Welcome to the market.',
  ])
  const voiceover = follow('voiceover')
  voiceover.report.waiting(0, 5)
  expect(voiceover.said()).toEqual(['0 The speech service is busy: it is asked again after 5 s'])
})

test('says nothing twice', () => {
  const { report, said } = follow('shorts')
  report.rendering(0, 0.5)
  report.rendering(0, 0.5001)
  report.rendering(0, 0.4)
  expect(said()).toHaveLength(1)
})

test('a voiceover has its own words, by what is made', () => {
  const video = follow('voiceover')
  video.report.speaking(0, 0.1)
  video.report.rendering(0, 0.1)
  expect(video.said().map((line) => line.replace(/^\d+ /, ''))).toEqual([
    'Generating speech...',
    'Generating video with audio waveform...',
  ])
  const sound = follow('voiceover', 'mp3')
  sound.report.rendering(0, 0.1)
  expect(sound.said()[0]).toContain('Levelling the sound...')
})

test('says how far every segment is that is being worked on, a per cent at a time', () => {
  const reports: (readonly PartUnderWay[])[] = []
  const segments = [
    { index: 1, text: 'One is first.' },
    { index: 2, text: 'Two is second.' },
  ]
  const job = { id: 'api_1', kind: 'shorts', format: 'mp4' } as const
  const report = reportProgress(
    job,
    segments,
    [10, 10],
    () => {},
    (parts) => reports.push(parts),
  )
  report.speaking(0, 0.5)
  report.rendering(1, 0.101)
  report.rendering(1, 0.109)
  report.rendering(1, 0.11)
  report.finished(0)
  report.finished(1)
  expect(reports).toEqual([
    [{ segment: 1, stage: 'speak', share: 0.5 }],
    [
      { segment: 1, stage: 'speak', share: 0.5 },
      { segment: 2, stage: 'render', share: 0.1 },
    ],
    [
      { segment: 1, stage: 'speak', share: 0.5 },
      { segment: 2, stage: 'render', share: 0.11 },
    ],
    [{ segment: 2, stage: 'render', share: 0.11 }],
    [],
  ])
})
