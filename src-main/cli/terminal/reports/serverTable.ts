import { type AppError, englishSentence } from '#shared/errors.ts'
import { keepsSpeed, type ServerReport } from '#shared/speech/serverReport.ts'
import type { Screen } from '../screen.ts'

type Row = readonly [state: 'good' | 'fair' | 'bad', what: string, text: string]

/** What was measured of a speech server, as a table for a person. */
export function showServer(report: ServerReport, screen: Screen): string {
  const marks = { good: screen.paint('green', '✓'), fair: screen.paint('yellow', '~'), bad: screen.paint('red', '✗') }
  const rows: Row[] = [
    ...report.formats.map(formatRow),
    voicesRow(report),
    ...namesRows(report),
    ...report.speeds.map(speedRow),
    ...report.lengths.map(lengthRow),
    ...paceRows(report),
  ]
  const lines = rows.map(([state, what, text]) => `${marks[state]} ${what.padEnd(19)}${text}`)
  const sent = `${report.requests} requests, ${report.characters.toLocaleString('en')} characters`
  return `${screen.paint('bold', report.server)}, model ${report.model}\n${lines.join('\n')}\n${screen.paint('dim', sent)}\n`
}

function formatRow({ asked, got, sampleRate, error }: ServerReport['formats'][number]): Row {
  const what = `format ${asked}`
  if (error) return ['bad', what, reasonOf(error)]
  const rate = `${(sampleRate ?? 0).toLocaleString('en')} samples a second`
  return got === asked ? ['good', what, rate] : ['fair', what, `is really ${got}, ${rate}`]
}

function voicesRow({ voices }: ServerReport): Row {
  if (voices.length === 0) return ['fair', 'voices', 'it lists none; ask for one by its name']
  const some = voices.slice(0, 8).join(', ')
  return ['good', 'voices', `${voices.length}: ${some}${voices.length > 8 ? ', …' : ''}`]
}

function namesRows({ names }: ServerReport): Row[] {
  const said = names.map(({ name, voice }) => (name === voice ? name : `${name} (${voice})`))
  const works = said.filter((_, at) => !names[at]!.error)
  const refused = names.flatMap(({ name, error }): Row[] => (error ? [['bad', `name ${name}`, reasonOf(error)]] : []))
  return works.length === 0 ? refused : [['good', 'the usual names', works.join(', ')], ...refused]
}

function speedRow({ asked, measured, error }: ServerReport['speeds'][number]): Row {
  const what = `speed ${asked}`
  if (error || measured === undefined) return ['bad', what, error ? reasonOf(error) : 'not measured']
  const real = measured.toLocaleString('en', { maximumFractionDigits: 2 })
  const kept = keepsSpeed(asked, measured)
  if (kept === 'kept') return ['good', what, `kept (${real})`]
  return ['fair', what, kept === 'ignored' ? 'ignored' : `is really ${real}`]
}

function lengthRow({ characters, state, seconds = 0, lost, error }: ServerReport['lengths'][number]): Row {
  const what = `${characters.toLocaleString('en')} characters`
  const sound = `${Math.round(seconds)} s of sound`
  switch (state) {
    case 'whole':
      return ['good', what, `every word is said; ${sound}`]
    case 'unsure':
      return ['fair', what, `said; nobody here can tell whether every word is; ${sound}`]
    case 'lost':
      return ['bad', what, `not heard: “${lost}”; ${sound}`]
    case 'differs':
      return ['bad', what, `something else is said; ${sound}`]
    case 'refused':
      return ['bad', what, error ? reasonOf(error) : 'refused']
    case 'skipped':
      return ['fair', what, 'not tried']
  }
}

function paceRows({ firstByte, timesRealTime }: ServerReport): Row[] {
  const digits = { maximumFractionDigits: 2 }
  return [
    ...(firstByte === undefined
      ? []
      : [['good', 'first byte', `after ${firstByte.toLocaleString('en', digits)} s`] as const]),
    ...(timesRealTime === undefined
      ? []
      : [
          [
            timesRealTime < 1 ? 'fair' : 'good',
            'times real time',
            timesRealTime.toLocaleString('en', { maximumFractionDigits: 1 }),
          ] as const,
        ]),
  ]
}

const reasonOf = (error: AppError) => englishSentence(error)
