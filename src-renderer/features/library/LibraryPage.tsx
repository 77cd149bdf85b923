import { Film, Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Empty } from '../../ui/layout/Empty.tsx'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import { JobRows } from './JobRows.tsx'
import css from './LibraryPage.module.css'
import { FilePanel } from './player/FilePanel.tsx'
import { Results } from './Results.tsx'
import { useSelection } from './useSelection.ts'

/** All finished files, whether the app, the API or the command line made them. */
export function LibraryPage() {
  const { library } = useStrings()
  const { entries, search, state, next, loadLibrary, loadMoreEntries } = useAppStore((state) => ({
    entries: state.entries,
    search: state.search,
    state: state.libraryState,
    next: state.nextEntries,
    loadLibrary: state.loadLibrary,
    loadMoreEntries: state.loadMoreEntries,
  }))
  const selection = useSelection(entries)
  useEffect(() => void loadLibrary(), [loadLibrary])
  return (
    <div className={css.page}>
      <div className={css.list}>
        <PageHeader title={library.title}>
          <SearchBox />
        </PageHeader>
        <JobRows />
        {entries.length === 0 && state === 'loaded' ? (
          <Nothing search={search} />
        ) : (
          entries.map((entry) => <Results key={entry.job} entry={entry} selection={selection} />)
        )}
        {next !== undefined && (
          <div className={css.more}>
            <Button onPress={loadMoreEntries} isDisabled={state === 'loading'}>
              {library.more}
            </Button>
          </div>
        )}
      </div>
      {selection.first && <FilePanel file={selection.first} count={selection.ids.size} onClose={selection.clear} />}
    </div>
  )
}

function SearchBox() {
  const { library } = useStrings()
  const { search, searchLibrary, focusRequests } = useAppStore((state) => ({
    search: state.search,
    searchLibrary: state.searchLibrary,
    focusRequests: state.searchFocusRequests,
  }))
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusRequests > 0) input.current?.select()
  }, [focusRequests])
  return (
    <SearchField className={css.search!} aria-label={library.search} value={search} onChange={searchLibrary}>
      <Search />
      <Input ref={input} className={css.input!} placeholder={library.search} />
    </SearchField>
  )
}

function Nothing({ search }: { readonly search: string }) {
  const { library, pages } = useStrings()
  const show = useAppStore(({ show }) => show)
  if (search !== '') return <Empty title={library.noMatch(search)} />
  return (
    <Empty icon={<Film className={css.film} />} title={library.empty}>
      <p>{library.emptyText}</p>
      <Button variant="primary" onPress={() => show('editor')}>
        {pages.editor}
      </Button>
    </Empty>
  )
}
