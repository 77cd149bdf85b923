import { scriptLimit } from '#shared/domain.ts'
import type { JobSummary } from '#shared/job/job.ts'
import { nameOfVoice } from '#shared/speech/engines.ts'
import type { AppState } from '../../store/appStore.ts'
import { scriptSeconds } from '../../store/cardSeconds.ts'
import { scriptOf, spoken, titleOf } from '../../store/cards.ts'
import { secondsLeft } from '../../store/secondsLeft.ts'
import { editorJobOf, isEditorJobCurrent, isUnfinished } from '../../store/slices/jobsSlice.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Strings } from '../../strings/en.ts'
import { count, money, shortTime } from '../../strings/format.ts'
import { sayError, useStrings } from '../../strings/useStrings.ts'
import { useEngine } from '../voice/useEngine.ts'

interface Action {
  readonly label: string
  readonly isDisabled: boolean
  readonly run: () => void
}

export interface FootBarState {
  readonly state: 'ready' | 'working' | 'done' | 'failed'
  /** 0 to 100 */
  readonly progress: number
  readonly headline: string
  readonly detail?: string | undefined
  readonly quiet?: Omit<Action, 'isDisabled'>
  readonly action: Action
}

/** What the foot of the editor says and does. */
export function useFootBar(): FootBarState {
  const strings = useStrings()
  const { render, common, library } = strings
  const ready = useReady(strings)
  const job = useAppStore(editorJobOf)
  const isCurrent = useAppStore(isEditorJobCurrent)
  const { cancel, retry, show, make, submitting, showInFolder, exportFolder } = useAppStore((state) => ({
    cancel: state.cancel,
    retry: state.retry,
    show: state.show,
    make: state.make,
    submitting: state.submitting,
    showInFolder: state.showInFolder,
    exportFolder: state.exportFolder,
  }))
  const firstFile = useAppStore(({ entries }) => entries.find((entry) => entry.job === job?.id)?.files[0])
  const headline = useAppStore((state) => (job ? workOf(state, job, strings) : ''))
  const left = useAppStore(({ paces }) => job && secondsLeft(paces[job.id] ?? []))

  if (job && isUnfinished(job))
    return {
      state: 'working',
      progress: job.progress,
      headline,
      detail: left === undefined ? undefined : render.left(shortTime(left)),
      action: { label: common.cancel, isDisabled: false, run: () => cancel(job.id) },
    }
  const action = { label: ready.label, isDisabled: submitting || ready.isDisabled, run: () => void make() }
  if (!job || !isCurrent || job.state === 'cancelled')
    return { state: 'ready', progress: 0, headline: ready.headline, detail: ready.detail, action }
  if (job.state === 'completed')
    return {
      state: 'done',
      progress: 100,
      headline: render.done(job.segments, job.kind),
      detail: firstFile?.exported && exportFolder && render.copied(exportFolder),
      ...(firstFile && { quiet: { label: library.showInFolder, run: () => void showInFolder(firstFile.id) } }),
      action: { label: render.showLibrary, isDisabled: false, run: () => show('library') },
    }
  return {
    state: 'failed',
    progress: 0,
    headline:
      job.done > 0 || job.segments > 1 ? render.someFailed(job.segments - job.done, job.segments) : render.failed,
    detail: job.error && sayError(strings, job.error),
    quiet: { label: render.showLibrary, run: () => show('library') },
    action: { label: render.retryFailed, isDisabled: false, run: () => retry(job.id) },
  }
}

/** What would be made, how long it is, who speaks and what that costs. */
function useReady(strings: Strings) {
  const { render } = strings
  const { engine, facts, voice } = useEngine()
  const { cards, choices, estimate } = useAppStore(({ cards, choices, estimate }) => ({ cards, choices, estimate }))
  const parts = spoken(cards)
  const characters = scriptOf(cards).length
  const label = render.make(parts.length, choices.kind)
  if (parts.length === 0) return { label, isDisabled: true, headline: render.nothing }
  if (characters > scriptLimit)
    return {
      label,
      isDisabled: true,
      headline: render.tooLong(count(characters, strings), count(scriptLimit, strings)),
    }
  const bill = estimate?.models.find((each) => each.engine === estimate.engine && each.model === estimate.model)
  const name = nameOfVoice(facts, voice)
  const price = !facts.paid
    ? render.free(strings.voice.engines[engine].title)
    : bill?.cost === undefined
      ? name
      : bill.charactersBilled === 0
        ? render.freeCached(name)
        : (bill.charactersCached > 0 ? render.costOfRest : render.cost)(name, money(bill.cost, strings))
  return {
    label,
    isDisabled: false,
    headline: render.what(parts.length, choices.kind),
    detail: [render.about(shortTime(scriptSeconds(cards, choices.spokenAs.speed))), price].join(' · '),
  }
}

/** What is happening, in the reader's language. */
function workOf({ underWay, parts }: AppState, job: JobSummary, { render }: Strings): string {
  if (job.state === 'waiting') return render.waiting(job.place)
  const now = underWay[job.id]?.[0]
  const isWhole = job.kind === 'voiceover'
  if (!now) return job.progress > 0 && job.done === job.segments ? render.packing : render.starting
  if (isWhole) return now.stage === 'speak' ? render.speakingWhole : render.renderingWhole
  const text = parts[job.id]?.find(({ segment }) => segment === now.segment)?.text ?? job.current?.text ?? ''
  const say = now.stage === 'speak' ? render.speaking : render.rendering
  return say(now.segment, job.segments, titleOf(text))
}
