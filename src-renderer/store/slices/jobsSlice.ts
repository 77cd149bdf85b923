import type { PartUnderWay } from '#shared/desktop/desktop.ts'
import type { Job, JobSummary, Part } from '#shared/job/job.ts'
import { cutScript } from '#shared/script/cutScript.ts'
import type { AppState, SliceParts } from '../appStore.ts'
import { type Cards, scriptOf, spoken } from '../cards.ts'
import { noteProgress, type Sample } from '../secondsLeft.ts'

/** The job that the editor's cards became. Its part n is made of card n; a card changed since has another text. */
interface EditorJob {
  readonly id: string
  readonly cards: Cards
}

/** Jobs of the app, the API and the command line. */
export interface JobsSlice {
  /** Newest first. */
  readonly jobs: readonly JobSummary[]
  /** By job: its parts with their ends, as far as they were requested. */
  readonly parts: Readonly<Record<string, readonly Part[]>>
  /** By job: what is being worked on. */
  readonly underWay: Readonly<Record<string, readonly PartUnderWay[]>>
  /** By running job: how far it was when. */
  readonly paces: Readonly<Record<string, readonly Sample[]>>
  readonly editorJob: EditorJob | undefined
  /** Whether the click was sent and the main process has not answered with a job yet. */
  readonly submitting: boolean
  /** Makes what is in the editor; what failed of it is tried again. */
  make(): Promise<void>
  cancel(id: string): Promise<void>
  retry(id: string): Promise<void>
  deleteJob(id: string): Promise<void>
  keepJob(job: JobSummary): void
  dropJob(id: string): void
  keepUnderWay(id: string, parts: readonly PartUnderWay[]): void
  /** Finds the job again that the editor's script became, after the page was loaded anew. */
  findEditorJob(): Promise<void>
}

export function jobsSlice({ set, get, client }: SliceParts): JobsSlice {
  /** Asks how each part is, for jobs that the editor shows. */
  const followParts = async (id: string) => {
    const job = await client.job({ id })
    if (job.ok) set({ parts: { ...get().parts, [id]: job.value.parts } })
    return job.ok ? job.value : undefined
  }
  const keepJob = (job: JobSummary) => {
    const { jobs, editorJob } = get()
    const before = jobs.find(({ id }) => id === job.id)
    set({
      jobs: before ? jobs.map((other) => (other.id === job.id ? job : other)) : [job, ...jobs],
      paces: paced(get().paces, job),
    })
    const partEnded = before?.done !== job.done || before?.state !== job.state
    if (partEnded && (job.id === editorJob?.id || job.id in get().parts)) void followParts(job.id)
  }
  const showAnswer = async (request: ReturnType<typeof client.cancelJob>) => {
    const job = await request
    if (job.ok) keepJob(job.value)
    else get().tell({ kind: 'trouble', error: job.error })
  }
  return {
    jobs: [],
    parts: {},
    underWay: {},
    paces: {},
    editorJob: undefined,
    submitting: false,
    async make() {
      const { cards, choices, namedImages: images, submitting } = get()
      const script = scriptOf(cards)
      const before = editorJobOf(get())
      if (submitting || script === '' || (before && isUnfinished(before))) return
      if (before?.state === 'failed' && isEditorJobCurrent(get())) return get().retry(before.id)
      set({ submitting: true })
      const job = await client.make({ script, choices, ...(images && { images }) })
      set({ submitting: false })
      if (!job.ok) return get().tell({ kind: 'trouble', error: job.error })
      set({ editorJob: { id: job.value.id, cards: spoken(cards) } })
      keepJob(job.value)
      void followParts(job.value.id)
    },
    cancel: (id) => showAnswer(client.cancelJob({ id })),
    retry: (id) => showAnswer(client.retryJob({ id })),
    async deleteJob(id) {
      const result = await client.deleteJob({ id })
      if (result.ok) get().dropJob(id)
      else get().tell({ kind: 'trouble', error: result.error })
    },
    keepJob,
    dropJob: (id) => set({ jobs: get().jobs.filter((job) => job.id !== id) }),
    keepUnderWay: (id, parts) => set({ underWay: { ...get().underWay, [id]: parts } }),
    async findEditorJob() {
      const { jobs, cards, choices } = get()
      const newest = jobs.find(({ kind }) => kind === choices.kind)
      const job = newest && (await followParts(newest.id))
      if (!job || !isOf(job, cards)) return
      set({ editorJob: { id: job.id, cards: spoken(cards) } })
      const entry = await client.libraryEntry({ job: job.id })
      if (entry.ok) get().keepEntry(entry.value)
    },
  }
}

const isOf = ({ request }: Job, cards: Cards) =>
  cutScript(request.script).join().replace(/\s+/g, '') ===
  spoken(cards)
    .map(({ text }) => text)
    .join()
    .replace(/\s+/g, '')

function paced(paces: JobsSlice['paces'], { id, state, progress }: JobSummary): JobsSlice['paces'] {
  const { [id]: samples = [], ...others } = paces
  if (state !== 'running') return others
  return { ...others, [id]: noteProgress(samples, { at: performance.now() / 1000, progress }) }
}

/** The editor's job; undefined while there is none, or it is not in the list yet. */
export const editorJobOf = ({ editorJob, jobs }: Pick<JobsSlice, 'editorJob' | 'jobs'>): JobSummary | undefined =>
  editorJob && jobs.find(({ id }) => id === editorJob.id)

export const isUnfinished = ({ state }: Pick<JobSummary, 'state'>) => state === 'waiting' || state === 'running'

/** Whether what is in the editor is still what that job was made of. */
export function isEditorJobCurrent(
  state: Pick<JobsSlice, 'editorJob' | 'jobs'> & Pick<AppState, 'cards' | 'choices'>,
): boolean {
  const { editorJob, cards, choices } = state
  if (editorJobOf(state)?.kind !== choices.kind) return false
  const now = spoken(cards)
  return editorJob?.cards.length === now.length && now.every((card, at) => card === editorJob.cards[at])
}
