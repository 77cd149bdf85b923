import type { LibraryEntry } from '#shared/desktop/desktop.ts'
import type { Tools } from '../appStore.ts'

/** Finished files, newest job first. */
export interface LibrarySlice {
  readonly entries: readonly LibraryEntry[]
  readonly search: string
  /** Asks for the following page; absent on the last. */
  readonly nextEntries: number | undefined
  readonly libraryState: 'empty' | 'loading' | 'loaded'
  /** Ids of the selected files. */
  readonly selected: ReadonlySet<string>
  /** The file that is to play by itself; `watched` says that it does. */
  readonly watching: string | undefined
  loadLibrary(): Promise<void>
  loadMoreEntries(): Promise<void>
  searchLibrary(text: string): void
  select(ids: ReadonlySet<string>): void
  /** Shows a file in the library and plays it. */
  watch(id: string): void
  watched(): void
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
    selected: new Set(),
    watching: undefined,
    loadLibrary: () => load(),
    async loadMoreEntries() {
      const { nextEntries, libraryState } = get()
      if (nextEntries !== undefined && libraryState === 'loaded') await load(nextEntries)
    },
    searchLibrary(search) {
      set({ search })
      void load()
    },
    select: (selected) => set({ selected }),
    watch: (id) => set({ selected: new Set([id]), watching: id, page: 'library' }),
    watched: () => set({ watching: undefined }),
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
