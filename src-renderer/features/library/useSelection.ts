import type { LibraryEntry, LibraryFile } from '#shared/desktop/desktop.ts'
import { useAppStore } from '../../store/useAppStore.ts'

export interface Selection {
  readonly ids: ReadonlySet<string>
  /** The file whose details are shown. */
  readonly first: LibraryFile | undefined
  select(ids: ReadonlySet<string>): void
  clear(): void
  /** Begins dragging a file out of the window, together with all others if it is one of the selected. */
  drag(id: string): void
}

/** Which finished files are selected. */
export function useSelection(entries: readonly LibraryEntry[]): Selection {
  const { ids, select, dragOut } = useAppStore(({ selected, select, dragOut }) => ({ ids: selected, select, dragOut }))
  return {
    ids,
    first: entries.flatMap(({ files }) => files).find(({ id }) => ids.has(id)),
    select,
    clear: () => select(new Set()),
    drag: (id) => void dragOut(ids.has(id) ? [...ids] : [id]),
  }
}
