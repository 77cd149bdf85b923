import { afterEach, expect, test } from 'vitest'
import { barReporter } from '#cli/terminal/progress/barReporter.ts'
import { lineReporter } from '#cli/terminal/progress/lineReporter.ts'
import { jsonReporter, type Reporter } from '#cli/terminal/progress/reporter.ts'
import { textWidth } from '#cli/terminal/textWidth.ts'
import { appError } from '#shared/errors.ts'
import type { JobEvent } from '#shared/job/events.ts'
import { words } from '#shared/phrases.ts'
import { fakeScreen } from '#tests/fakes/service/fakeScreen.ts'

const progress = (percent: number, message: string): JobEvent => ({
  type: 'progress',
  job: 'api_1',
  progress: percent,
  message: words(message),
  segment: 1,
})
const warning: JobEvent = { type: 'warning', job: 'api_1', message: words('A sign is missing.') }
const failed: JobEvent = {
  type: 'segment-failed',
  job: 'api_1',
  segment: 2,
  error: appError('SPEECH_REFUSED', { reason: words('No.') }),
}

let open: Reporter[] = []
const bar = (...args: Parameters<typeof barReporter>) => {
  const reporter = barReporter(...args)
  open.push(reporter)
  return reporter
}
afterEach(() => {
  for (const reporter of open) reporter.close()
  open = []
})

test('plain lines: one when the message changes', () => {
  const { screen, lines } = fakeScreen(80, false)
  const reporter = lineReporter(screen)
  reporter.on(progress(0, 'Speaking part 1'))
  for (let percent = 1; percent < 40; percent++) reporter.on(progress(percent, 'Speaking part 1'))
  reporter.on(progress(40, 'Generating video 1'))
  reporter.on(warning)
  reporter.on(failed)
  expect(lines()).toEqual(['  0 %  Speaking part 1', ' 40 %  Generating video 1', 'Note: A sign is missing.', ''])
})

test('the bar is one line, drawn again in its place, and gone at the end', () => {
  const { screen, lines, writes } = fakeScreen(80)
  let now = 0
  const reporter = bar(screen, () => now)
  reporter.on(progress(0, 'Speaking part 1 of 2: Welcome'))
  now = 65_000
  reporter.on(progress(50, 'Generating video 1 of 2: Welcome'))
  expect(lines()).toHaveLength(1)
  expect(lines()[0]).toMatch(/^━{10}─{9} {3}50 % {2}Generating video 1 of 2: Welcome +1:05$/)
  expect(writes.every((write) => write.startsWith('\r') && write.endsWith('\x1b[K'))).toBe(true)
  reporter.close()
  expect(lines()).toEqual([''])
  reporter.on(progress(60, 'too late'))
  expect(lines()).toEqual([''])
})

test('nothing is written while nothing changes', () => {
  const { screen, writes } = fakeScreen(80)
  const reporter = bar(screen, () => 0)
  for (let turn = 0; turn < 5; turn++) reporter.on(progress(3, 'Speaking'))
  expect(writes).toHaveLength(1)
})

test('warnings stand above the bar', () => {
  const { screen, lines } = fakeScreen(80)
  const reporter = bar(screen, () => 0)
  reporter.on(progress(10, 'Speaking'))
  reporter.on(warning)
  reporter.on(failed)
  expect(lines()).toEqual(['! A sign is missing.', expect.stringContaining('10 %  Speaking')])
})

test.each([200, 80, 60, 44, 40, 39, 20, 8])('the bar stays within %d columns, whatever the message', (columns) => {
  const { screen, lines } = fakeScreen(columns)
  bar(screen, () => 3_600_000).on(progress(100, 'Generating video 2 of 3: 東京市場は今日、上昇しました '.repeat(4)))
  expect(lines()).toHaveLength(1)
  expect(textWidth(lines()[0]!)).toBeLessThan(columns)
  expect(lines()[0]).toContain('100 %')
})

test('JSON: every event on a line of its own, in words', () => {
  const written: string[] = []
  const reporter = jsonReporter((text) => written.push(text))
  const events = [progress(1, 'Line\nbreak'), warning, failed]
  for (const event of events) reporter.on(event)
  expect(written.every((line) => /^[^\n]*\n$/.test(line))).toBe(true)
  const error = { code: 'SPEECH_REFUSED', message: 'The speech service refused the request: No.' }
  expect(written.map((line) => JSON.parse(line))).toEqual([
    { ...events[0], message: 'Line\nbreak' },
    { ...warning, message: 'A sign is missing.' },
    { ...failed, error },
  ])
})
