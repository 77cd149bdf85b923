import type { LibraryEntry, LibraryFile } from '#shared/desktop/desktop.ts'
import type { AppError } from '#shared/errors.ts'
import type { Phrase } from '#shared/phrases.ts'
import type { AppState } from '../../../store/appStore.ts'
import type { Card } from '../../../store/cards.ts'
import { useAppStore } from '../../../store/useAppStore.ts'

export interface PartState {
  readonly state: 'waiting' | 'working' | 'done' | 'failed'
  /** 0 to 1 */
  readonly share: number
  readonly job: string
  readonly error?: AppError
  /** The finished video. */
  readonly file?: LibraryFile
  /** What a person should know of the job's finished videos, of all its parts. */
  readonly warnings?: LibraryEntry['warnings']
}

/** What a person should know of a card's finished video. */
export const warningsOf = ({ file, warnings = [] }: PartState): Phrase[] =>
  warnings.filter(({ segment }) => file && segment === file.segment).map(({ message }) => message)

/** Speaking is quick beside drawing. */
const speakingShare = 0.25

/** What became of a card in the job that was made of it; undefined when there is none, or its text changed since. */
export function usePartState(card: Card): PartState | undefined {
  return useAppStore((state) => partStateOf(state, card))
}

export function partStateOf(state: AppState, card: Card): PartState | undefined {
  const { editorJob, jobs, parts, underWay, entries, choices } = state
  if (!editorJob || choices.kind !== 'shorts') return undefined
  const position = editorJob.cards.indexOf(card)
  const job = jobs.find(({ id }) => id === editorJob.id)
  if (position < 0 || !job) return undefined
  const segment = position + 1
  const part = parts[job.id]?.find((other) => other.segment === segment)
  if (part?.state === 'failed')
    return { state: 'failed', share: 0, job: job.id, ...(part.error && { error: part.error }) }
  if (part?.state === 'done') {
    const entry = entries.find((other) => other.job === job.id)
    const file = entry?.files.find((other) => other.segment === segment && other.kind === 'video')
    return { state: 'done', share: 1, job: job.id, ...(entry && file && { file, warnings: entry.warnings }) }
  }
  if (job.state !== 'running' && job.state !== 'waiting') return undefined
  const now = underWay[job.id]?.find((other) => other.segment === segment)
  if (!now) return { state: 'waiting', share: 0, job: job.id }
  const share = now.stage === 'speak' ? now.share * speakingShare : speakingShare + now.share * (1 - speakingShare)
  return { state: 'working', share, job: job.id }
}
