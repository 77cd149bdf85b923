import type { LibraryEntry } from '#shared/desktop/desktop.ts'
import type { SliceParts } from '../appStore.ts'

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

export function librarySlice({ set, get, client }: SliceParts): LibrarySlice {
  /** How many pages were requested; only the last one counts. */
  let requests = 0
  const load = async (before?: number) => {
    const request = ++requests
    set({ libraryState: 'loading' })
    const { search } = get()
    const page = await client.library({ search, ...(before !== undefined && { before }) })
    // Another search began meanwhile.
    if (request !== requests) return
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
    const result = await call
    if (!result.ok) get().tell({ kind: 'trouble', error: result.error })
    return result.ok
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
      const isListed = entries.some(({ job }) => job === entry.job)
      // Only the main process knows whether it matches.
      if (!isListed && search !== '') return
      set({
        entries: isListed
          ? entries.map((other) => (other.job === entry.job ? entry : other))
          : [...entries, entry].sort((one, other) => other.createdAt.localeCompare(one.createdAt)),
      })
    },
    dropEntry: (job) => set({ entries: get().entries.filter((entry) => entry.job !== job) }),
    async removeResults({ job, opening }) {
      const result = await client.removeResults({ job })
      if (!result.ok) return get().tell({ kind: 'trouble', error: result.error })
      get().dropEntry(job)
      get().tell({ kind: 'results-removed', job, opening, seconds: result.value.seconds })
    },
    async restoreResults(job) {
      const entry = await client.keepResults({ job })
      // Whether it matches what is looked for, only the main process knows.
      if (entry.ok && get().search !== '') await load()
      else if (entry.ok) get().keepEntry(entry.value)
      else get().tell({ kind: 'trouble', error: entry.error })
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
