import type { KeyWhereabouts } from '#app/speech/findKey.ts'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { neededEncoders, neededFilters } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { voiceNames } from '#shared/domain.ts'
import { type AppError, englishSentence } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import type { Screen } from './screen.ts'

/** What was found on this machine. */
export interface Findings {
  readonly ffmpeg: Result<Ffmpeg>
  /** Whether the built-in voice spoke. */
  readonly builtin: Result<unknown>
  readonly key: KeyWhereabouts
  /** The data folder, and whether it can be written to. */
  readonly home: string
  readonly writable: Result<unknown>
  readonly cores: number
}

const sources = {
  FFMPEG_PATH: 'named by FFMPEG_PATH',
  'ffmpeg-static': "from npm's ffmpeg-static",
  system: "the system's own",
  '@ffmpeg-installer': "from npm's @ffmpeg-installer, of 2018",
} as const

const keyPlaces = {
  environment: 'the key comes from OPENAI_API_KEY',
  keychain: 'the key is in the keychain',
  nowhere: 'there is no key; add one with `pausecut key set`',
} as const

/** What keeps this machine from rendering; empty when it can. */
export function obstacles({ ffmpeg, builtin, writable, key }: Findings): AppError[] {
  // With a key, a job can do without the built-in voice.
  const voice = key.place === 'nowhere' ? [builtin] : []
  return [ffmpeg, writable, ...voice].flatMap((result) => (result.ok ? [] : [result.error]))
}

/** The findings in lines for a person. Never the key. */
export function describeFindings(findings: Findings, screen: Screen): string {
  const marks = { good: screen.paint('green', '✓'), bad: screen.paint('red', '✗'), absent: screen.paint('dim', '–') }
  const row: Row = (state, what, text) => `${marks[state]} ${what.padEnd(12)}${text}`
  const { ffmpeg, builtin, key, home, writable, cores } = findings
  const missing = obstacles(findings)
  return [
    ...(ffmpeg.ok ? describeFfmpeg(ffmpeg.value, row) : [row('bad', 'ffmpeg', englishSentence(ffmpeg.error))]),
    builtin.ok
      ? row('good', 'Built-in', `voices ${voiceNames.join(', ')}`)
      : row('bad', 'Built-in', englishSentence(builtin.error)),
    row(key.place === 'nowhere' ? 'absent' : 'good', 'OpenAI', keyPlaces[key.place]),
    ...(key.problem ? [row('absent', 'Keychain', englishSentence(key.problem))] : []),
    writable.ok ? row('good', 'Data folder', home) : row('bad', 'Data folder', englishSentence(writable.error)),
    row('good', 'Cores', String(cores)),
    '',
    missing.length === 0 ? 'Ready to render.' : `Not ready to render: ${missing.map(englishSentence).join(' ')}`,
    '',
  ].join('\n')
}

/** A line of the report; what is absent is no obstacle. */
type Row = (state: 'good' | 'bad' | 'absent', what: string, text: string) => string

function describeFfmpeg({ path, source, version, encoders, filters }: Ffmpeg, row: Row): string[] {
  const more = [...encoders].filter((name) => /^h264_/.test(name))
  return [
    row('good', 'ffmpeg', `${path} (${sources[source]}), version ${version}`),
    row('good', 'Encoders', `${[...neededEncoders, ...more].join(', ')}; ${encoders.size} in all`),
    row('good', 'Filters', `${neededFilters.join(', ')}; ${filters.size} in all`),
  ]
}
