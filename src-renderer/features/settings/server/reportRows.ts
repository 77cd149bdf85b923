import { keepsSpeed, type ServerReport } from '#shared/speech/serverReport.ts'
import type { Strings } from '../../../strings/en.ts'
import { sayError } from '../../../strings/useStrings.ts'

export interface ReportRow {
  readonly state: 'good' | 'fair' | 'bad'
  readonly what: string
  readonly text: string
}

/** A report in lines for a person. */
export function reportRows(report: ServerReport, strings: Strings): readonly ReportRow[] {
  const { report: words } = strings.settings
  const number = (value: number, digits = 2) => value.toLocaleString(strings.locale, { maximumFractionDigits: digits })
  const { voices, names, firstByte, timesRealTime } = report
  const works = names.filter(({ error }) => !error)
  return [
    ...report.formats.map(({ asked, got, sampleRate = 0, error }): ReportRow => {
      const what = words.format(asked)
      if (error) return { state: 'bad', what, text: sayError(strings, error) }
      const rate = number(sampleRate)
      return got === asked
        ? { state: 'good', what, text: words.rate(rate) }
        : { state: 'fair', what, text: words.really(got ?? '', rate) }
    }),
    voices.length === 0
      ? { state: 'fair', what: words.voices, text: words.noVoices }
      : { state: 'good', what: words.voices, text: `${voices.length}: ${voices.slice(0, 6).join(', ')} …` },
    ...(works.length === 0
      ? []
      : [
          {
            state: 'good' as const,
            what: words.names,
            text: works.map(({ name, voice }) => (name === voice ? name : `${name} (${voice})`)).join(', '),
          },
        ]),
    ...names.flatMap(({ name, error }): ReportRow[] =>
      error ? [{ state: 'bad', what: name, text: sayError(strings, error) }] : [],
    ),
    ...report.speeds.map(({ asked, measured, error }): ReportRow => {
      const what = words.speed(number(asked))
      if (measured === undefined) return { state: 'bad', what, text: error ? sayError(strings, error) : words.skipped }
      const kept = keepsSpeed(asked, measured)
      if (kept === 'kept') return { state: 'good', what, text: words.kept(number(measured)) }
      return { state: 'fair', what, text: kept === 'ignored' ? words.ignored : words.isReally(number(measured)) }
    }),
    ...report.lengths.map((length) => lengthRow(length, strings)),
    ...(firstByte === undefined
      ? []
      : [{ state: 'good' as const, what: words.firstByte, text: words.after(number(firstByte)) }]),
    ...(timesRealTime === undefined
      ? []
      : [
          {
            state: timesRealTime < 1 ? ('fair' as const) : ('good' as const),
            what: words.pace,
            text: number(timesRealTime, 1),
          },
        ]),
  ]
}

function lengthRow(length: ServerReport['lengths'][number], strings: Strings): ReportRow {
  const { report: words } = strings.settings
  const what = words.length(length.characters.toLocaleString(strings.locale))
  const seconds = Math.round(length.seconds ?? 0)
  switch (length.state) {
    case 'whole':
      return { state: 'good', what, text: words.whole(seconds) }
    case 'unsure':
      return { state: 'fair', what, text: words.unsure(seconds) }
    case 'lost':
      return { state: 'bad', what, text: words.lost(length.lost ?? '') }
    case 'differs':
      return { state: 'bad', what, text: words.differs }
    case 'refused':
      return { state: 'bad', what, text: length.error ? sayError(strings, length.error) : words.skipped }
    case 'skipped':
      return { state: 'fair', what, text: words.skipped }
  }
}
