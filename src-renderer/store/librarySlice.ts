import type { LibraryEntry } from '#shared/desktop.ts'
import type { Tools } from './studio.ts'

/** Finished files, newest job first. */
export interface LibrarySlice {
  readonly entries: readonly LibraryEntry[]
  readonly search: string
  /** Asks for the following page; absent on the last. */
  readonly nextEntries: number | undefined
  readonly libraryState: 'empty' | 'loading' | 'loaded'
  loadLibrary(): Promise<void>
  loadMoreEntries(): Promise<void>
  searchLibrary(text: string): void
  /** A job's files are here or changed. */
  keepEntry(entry: LibraryEntry): void
  dropEntry(job: string): void
  removeResults(entry: LibraryEntry): Promise<void>
  restoreResults(job: string): Promise<void>
  showInFolder(id: string): Promise<void>
  copyPath(id: string): Promise<void>
  dragOut(ids: string[]): Promise<void>
}

export function librarySlice({ set, get, client }: Tools): LibrarySlice {
  let asked = 0
  const load = async (before?: number) => {
    const turn = ++asked
    set({ libraryState: 'loading' })
    const { search } = get()
    const page = await client.library({ search, ...(before !== undefined && { before }) })
    // Another search began meanwhile.
    if (turn !== asked) return
    if (!page.ok) {
      set({ libraryState: 'loaded' })
      return get().tell({ kind: 'trouble', error: page.error })
    }
    const { entries, next } = page.value
    set({
      entries: before === undefined ? entries : [...get().entries, ...entries],
      nextEntries: next,
      libraryState: 'loaded',
    })
  }
  const tellTrouble = async (call: ReturnType<typeof client.showInFolder>) => {
    const done = await call
    if (!done.ok) get().tell({ kind: 'trouble', error: done.error })
    return done.ok
  }
  return {
    entries: [],
    search: '',
    nextEntries: undefined,
    libraryState: 'empty',
    loadLibrary: () => load(),
    async loadMoreEntries() {
      const { nextEntries, libraryState } = get()
      if (nextEntries !== undefined && libraryState === 'loaded') await load(nextEntries)
    },
    searchLibrary(search) {
      set({ search })
      void load()
    },
    keepEntry(entry) {
      const { entries, search } = get()
      const known = entries.some(({ job }) => job === entry.job)
      // Only the main process knows whether it matches.
      if (!known && search !== '') return
      set({
        entries: known
          ? entries.map((other) => (other.job === entry.job ? entry : other))
          : [...entries, entry].sort((one, other) => other.createdAt.localeCompare(one.createdAt)),
      })
    },
    dropEntry: (job) => set({ entries: get().entries.filter((entry) => entry.job !== job) }),
    async removeResults({ job, opening }) {
      const removed = await client.removeResults({ job })
      if (!removed.ok) return get().tell({ kind: 'trouble', error: removed.error })
      get().dropEntry(job)
      get().tell({ kind: 'results-removed', job, opening, seconds: removed.value.seconds })
    },
    async restoreResults(job) {
      const kept = await client.keepResults({ job })
      // Whether it matches what is looked for, only the main process knows.
      if (kept.ok && get().search !== '') await load()
      else if (kept.ok) get().keepEntry(kept.value)
      else get().tell({ kind: 'trouble', error: kept.error })
    },
    async showInFolder(id) {
      await tellTrouble(client.showInFolder({ id }))
    },
    async copyPath(id) {
      if (await tellTrouble(client.copyPath({ id }))) get().tell({ kind: 'copied' })
    },
    async dragOut(ids) {
      await tellTrouble(client.dragOut({ ids }))
    },
  }
}
