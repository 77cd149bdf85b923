import type { LibraryFile } from '#shared/desktop/desktop.ts'
import type { AppError } from '#shared/errors.ts'
import type { Studio } from '../../../store/appStore.ts'
import type { Card } from '../../../store/cards.ts'
import { useStudio } from '../../../store/useAppStore.ts'

export interface PartState {
  readonly state: 'waiting' | 'working' | 'done' | 'failed'
  /** 0 to 1 */
  readonly share: number
  readonly job: string
  readonly error?: AppError
  /** The finished video. */
  readonly file?: LibraryFile
}

/** Speaking is quick beside drawing. */
const speakingShare = 0.25

/** What became of a card in the job that was made of it; undefined when there is none, or its text changed since. */
export function usePartState(card: Card): PartState | undefined {
  return useStudio((studio) => partStateOf(studio, card))
}

export function partStateOf(studio: Studio, card: Card): PartState | undefined {
  const { deskJob, jobs, parts, underWay, entries, choices } = studio
  if (!deskJob || choices.kind !== 'shorts') return undefined
  const position = deskJob.cards.indexOf(card)
  const job = jobs.find(({ id }) => id === deskJob.id)
  if (position < 0 || !job) return undefined
  const segment = position + 1
  const part = parts[job.id]?.find((other) => other.segment === segment)
  if (part?.state === 'failed')
    return { state: 'failed', share: 0, job: job.id, ...(part.error && { error: part.error }) }
  if (part?.state === 'done') {
    const entry = entries.find((other) => other.job === job.id)
    const file = entry?.files.find((other) => other.segment === segment && other.kind === 'video')
    return { state: 'done', share: 1, job: job.id, ...(file && { file }) }
  }
  if (job.state !== 'running' && job.state !== 'waiting') return undefined
  const now = underWay[job.id]?.find((other) => other.segment === segment)
  if (!now) return { state: 'waiting', share: 0, job: job.id }
  const share = now.stage === 'speak' ? now.share * speakingShare : speakingShare + now.share * (1 - speakingShare)
  return { state: 'working', share, job: job.id }
}
