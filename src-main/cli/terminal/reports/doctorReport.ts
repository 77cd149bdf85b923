import type { KeyWhereabouts } from '#app/speech/findKey.ts'
import { type Ffmpeg, neededEncoders, neededFilters } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import type { SpeaksWith } from '#ports/SpeechEngine.ts'
import { type AppError, englishSentence } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { type EngineFacts, type EngineName, engineNames, engines } from '#shared/speech/engines.ts'
import type { Screen } from '../screen.ts'

/** What was found on this machine. */
export interface Findings {
  readonly ffmpeg: Result<Ffmpeg>
  /** Whether each engine that needs no key spoke, and with what. */
  readonly spoken: ReadonlyMap<EngineName, Result<SpeaksWith | undefined>>
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
export function obstacles({ ffmpeg, spoken, writable, key }: Findings): AppError[] {
  // One engine that speaks is enough; with a key there is one.
  const speaks = key.place !== 'nowhere' || [...spoken.values()].some((result) => result.ok)
  // A damaged pack keeps the default voice from speaking: no other one takes its place.
  const damaged = [...spoken.values()].filter((result) => !result.ok && result.error.code === 'VOICE_PACK_DAMAGED')
  const voices = speaks ? (key.place === 'nowhere' ? damaged : []) : [...spoken.values()]
  return [ffmpeg, writable, ...voices].flatMap((result) => (result.ok ? [] : [result.error]))
}

/** The findings in lines for a person. Never the key. */
export function describeFindings(findings: Findings, screen: Screen): string {
  const marks = { good: screen.paint('green', '✓'), bad: screen.paint('red', '✗'), absent: screen.paint('dim', '–') }
  const row: Row = (state, what, text) => `${marks[state]} ${what.padEnd(12)}${text}`
  const { ffmpeg, key, home, writable, cores } = findings
  const missing = obstacles(findings)
  return [
    ...(ffmpeg.ok ? describeFfmpeg(ffmpeg.value, row) : [row('bad', 'ffmpeg', englishSentence(ffmpeg.error))]),
    ...engineNames.map((name) => describeEngine(name, findings, row)),
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

/** What says that an engine is not on this machine, which needs none of them. */
const absent = new Set(['VOICE_PACK_MISSING', 'SYSTEM_VOICES_MISSING'])

function describeEngine(name: EngineName, { spoken, key }: Findings, row: Row): string {
  const { short, voices, ofMachine }: EngineFacts = engines[name]
  const title = short.charAt(0).toUpperCase() + short.slice(1)
  const heard = spoken.get(name)
  if (heard === undefined) return row(key.place === 'nowhere' ? 'absent' : 'good', title, keyPlaces[key.place])
  if (!heard.ok) {
    return row(absent.has(heard.error.code) ? 'absent' : 'bad', title, englishSentence(heard.error))
  }
  if (ofMachine) return row('good', title, 'speaks; `pausecut voices` lists its voices')
  const listed = `voices ${voices.map(({ id }) => id).join(', ')}`
  return row('good', title, heard.value ? `${listed}; ${describePack(heard.value)}` : listed)
}

function describePack({ pack, runtime, lack }: SpeaksWith): string {
  const by = runtime === 'native' ? 'the native runtime' : 'the runtime in WebAssembly, several times as slow'
  return `pack ${pack}, ${by}${lack === undefined ? '' : ` (the native one: ${lack.split('\n', 1)[0]})`}`
}

function describeFfmpeg({ path, source, version, encoders, filters }: Ffmpeg, row: Row): string[] {
  const more = [...encoders].filter((name) => /^h264_/.test(name))
  return [
    row('good', 'ffmpeg', `${path} (${sources[source]}), version ${version}`),
    row('good', 'Encoders', `${[...neededEncoders, ...more].join(', ')}; ${encoders.size} in all`),
    row('good', 'Filters', `${neededFilters.join(', ')}; ${filters.size} in all`),
  ]
}
