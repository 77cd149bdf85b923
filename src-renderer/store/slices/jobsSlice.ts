import { cutScript } from '#shared/cutScript.ts'
import type { PartUnderWay } from '#shared/desktop/desktop.ts'
import type { Job, JobSummary, Part } from '#shared/job/job.ts'
import type { AppState, Tools } from '../appStore.ts'
import { type Cards, scriptOf, spoken } from '../cards.ts'
import { noteProgress, type Sample } from '../secondsLeft.ts'

/** The job that the editor's cards became. Its part n is made of card n; a card changed since has another text. */
interface DeskJob {
  readonly id: string
  readonly cards: Cards
}

/** Jobs of every way in: this app, the API, the command line. */
export interface JobsSlice {
  /** Newest first. */
  readonly jobs: readonly JobSummary[]
  /** By job: its parts with their ends, as far as they were asked for. */
  readonly parts: Readonly<Record<string, readonly Part[]>>
  /** By job: what is being worked on. */
  readonly underWay: Readonly<Record<string, readonly PartUnderWay[]>>
  /** By running job: how far it was when. */
  readonly paces: Readonly<Record<string, readonly Sample[]>>
  readonly editorJob: DeskJob | undefined
  /** Set between the click and the job. */
  readonly asking: boolean
  /** Makes what is in the editor; what failed of it is tried again. */
  make(): Promise<void>
  cancel(id: string): Promise<void>
  retry(id: string): Promise<void>
  deleteJob(id: string): Promise<void>
  keepJob(job: JobSummary): void
  dropJob(id: string): void
  keepUnderWay(id: string, parts: readonly PartUnderWay[]): void
  /** Finds the job again that the editor's script became, after the page was loaded anew. */
  findDeskJob(): Promise<void>
}

export function jobsSlice({ set, get, client }: Tools): JobsSlice {
  /** Asks how each part is, for jobs that the editor shows. */
  const followParts = async (id: string) => {
    const job = await client.job({ id })
    if (job.ok) set({ parts: { ...get().parts, [id]: job.value.parts } })
    return job.ok ? job.value : undefined
  }
  const keepJob = (job: JobSummary) => {
    const { jobs, editorJob } = get()
    const known = jobs.find(({ id }) => id === job.id)
    set({
      jobs: known ? jobs.map((other) => (other.id === job.id ? job : other)) : [job, ...jobs],
      paces: paced(get().paces, job),
    })
    const partEnded = known?.done !== job.done || known?.state !== job.state
    if (partEnded && (job.id === editorJob?.id || job.id in get().parts)) void followParts(job.id)
  }
  const call = async (asked: ReturnType<typeof client.cancelJob>) => {
    const job = await asked
    if (job.ok) keepJob(job.value)
    else get().tell({ kind: 'trouble', error: job.error })
  }
  return {
    jobs: [],
    parts: {},
    underWay: {},
    paces: {},
    editorJob: undefined,
    asking: false,
    async make() {
      const { cards, choices, asking } = get()
      const script = scriptOf(cards)
      const job = editorJobOf(get())
      if (asking || script === '' || (job && isUnfinished(job))) return
      if (job?.state === 'failed' && isEditorJobCurrent(get())) return get().retry(job.id)
      set({ asking: true })
      const made = await client.make({ script, choices })
      set({ asking: false })
      if (!made.ok) return get().tell({ kind: 'trouble', error: made.error })
      set({ editorJob: { id: made.value.id, cards: spoken(cards) } })
      keepJob(made.value)
      void followParts(made.value.id)
    },
    cancel: (id) => call(client.cancelJob({ id })),
    retry: (id) => call(client.retryJob({ id })),
    async deleteJob(id) {
      const deleted = await client.deleteJob({ id })
      if (deleted.ok) get().dropJob(id)
      else get().tell({ kind: 'trouble', error: deleted.error })
    },
    keepJob,
    dropJob: (id) => set({ jobs: get().jobs.filter((job) => job.id !== id) }),
    keepUnderWay: (id, parts) => set({ underWay: { ...get().underWay, [id]: parts } }),
    async findDeskJob() {
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

/** The editor's job, as far as it is known. */
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
