import { isAbsolute, relative } from 'node:path'
import type { Artifact, JobKind } from '#shared/domain.ts'
import { formatDuration, formatSize } from '#shared/format.ts'
import type { JobRequest } from '#shared/job/request.ts'
import { type EngineName, engines } from '#shared/speech/engines.ts'
import { modelOf, type SpokenAs } from '#shared/speech/spokenAs.ts'
import type { Screen } from '../screen.ts'
import { textWidth } from '../textWidth.ts'

export interface RenderSummary {
  readonly kind: JobKind
  readonly artifacts: readonly Artifact[]
  /** Absolute path of the folder they are in. */
  readonly folder: string
  /** Seconds that the work took. */
  readonly took: number
}

/** What a headline is about. */
interface Headlined extends Pick<JobRequest, 'kind'> {
  readonly spokenAs: SpokenAs
  /** Of a speech server of one's own. */
  readonly baseUrl?: string | undefined
}

/** What is about to be made, and by which voice. */
export function headline(
  { kind, spokenAs: { voice, model }, baseUrl }: Headlined,
  { segments, engine }: { readonly segments: number; readonly engine: EngineName },
  screen: Screen,
): string {
  const what = kind === 'voiceover' ? '1 voiceover' : `${segments} ${segments === 1 ? 'Short' : 'Shorts'}`
  const { takes, speaker: usual } = engines[engine]
  const speaker = (takes.baseUrl && URL.parse(baseUrl ?? '')?.host) || usual
  const chosen = modelOf(engines[engine], model)
  const whose = chosen === undefined ? speaker : `${speaker}'s ${chosen}, voice`
  return `${screen.paint('bold', what)}, spoken by ${whose} ${screen.paint('bold', voice)}`
}

/** What was finished before a job failed, and where it is; empty when there is nothing. */
export function whatStays(artifacts: readonly Artifact[], folder: string, cwd = process.cwd()): string {
  const finished = artifacts.filter((artifact) => artifact.kind === 'video' || artifact.kind === 'audio').length
  if (finished === 0) return ''
  return `${finished} finished ${finished === 1 ? 'file stays' : 'files stay'} in ${shortPath(folder, cwd)}\n`
}

/** What was made, where, how long it plays and how long it took; a line per video or sound file and one for the ZIP. */
export function summarise(
  { kind, artifacts, folder, took }: RenderSummary,
  screen: Screen,
  cwd = process.cwd(),
): string {
  const shown = artifacts.filter((artifact) => artifact.kind !== 'subtitles')
  const names = Math.max(...shown.map((artifact) => textWidth(artifact.name)))
  const lines = shown.map((artifact) => {
    const name = artifact.name + ' '.repeat(names - textWidth(artifact.name))
    const duration = (artifact.duration === undefined ? '' : formatDuration(artifact.duration)).padStart(10)
    return `${screen.paint('green', '✓')} ${name}${screen.paint('dim', `${duration}${formatSize(artifact.size).padStart(11)}`)}`
  })
  const seconds = shown.reduce((sum, artifact) => sum + (artifact.duration ?? 0), 0)
  return [
    ...lines,
    '',
    `${count(kind, artifacts)} in ${screen.paint('bold', shortPath(folder, cwd))}`,
    `${formatDuration(seconds)} made in ${formatDuration(took)}, ${pace(seconds / took)}`,
    '',
  ].join('\n')
}

function count(kind: JobKind, artifacts: readonly Artifact[]): string {
  const of = (sort: Artifact['kind']) => artifacts.filter((artifact) => artifact.kind === sort).length
  const subtitles = of('subtitles') > 0 ? ', with subtitles,' : ''
  if (kind === 'voiceover') return `1 voiceover${subtitles}`
  const videos = of('video')
  return `${videos} ${videos === 1 ? 'Short' : 'Shorts'}${of('zip') > 0 ? ' and a ZIP' : ''}${subtitles}`
}

function pace(times: number): string {
  return times >= 1
    ? `${times.toFixed(1)} times faster than real time`
    : `${(1 / times).toFixed(1)} times as long as it plays`
}

/** Relative where it lies below the current folder. */
function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short
}
