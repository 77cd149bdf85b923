import { Ellipsis, FolderOpen, Package, Trash2, TriangleAlert } from 'lucide-react'
import { GridList } from 'react-aria-components'
import type { LibraryEntry } from '#shared/desktop/desktop.ts'
import { titleOf } from '../../store/cards.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Strings } from '../../strings/en.ts'
import { moment, shortTime, size } from '../../strings/format.ts'
import { sayPhrase, useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Menu } from '../../ui/actions/Menu.tsx'
import css from './Results.module.css'
import { ResultTile } from './ResultTile.tsx'
import type { Selection } from './useSelection.ts'

/** A job's finished files. */
export function Results({ entry, selection }: { readonly entry: LibraryEntry; readonly selection: Selection }) {
  const strings = useStrings()
  const { showInFolder, watch } = useAppStore(({ showInFolder, watch }) => ({ showInFolder, watch }))
  const tiles = entry.files.filter(({ kind }) => kind === 'video' || kind === 'audio')
  const zip = entry.files.find(({ kind }) => kind === 'zip')
  return (
    <section className={css.results}>
      <header className={css.header}>
        <h2 className={css.title}>{titleOf(tiles[0]?.text ?? '', 8) || entry.opening}</h2>
        <p className={css.facts}>{factsOf(entry, strings)}</p>
        {zip && (
          <button
            type="button"
            className={css.zip}
            draggable
            title={strings.library.zipDrag}
            onClick={() => showInFolder(zip.id)}
            onDragStart={(event) => {
              event.preventDefault()
              selection.drag(zip.id)
            }}
          >
            <Package />
            {strings.library.zip}
          </button>
        )}
        <Actions entry={entry} />
      </header>
      <Warnings entry={entry} />
      <GridList
        className={css.tiles!}
        aria-label={entry.opening}
        layout="grid"
        items={tiles}
        // Tiles are kept as they were drawn until one of these changes, and with them what a drag takes along.
        dependencies={[selection.ids]}
        selectionMode="multiple"
        selectionBehavior="replace"
        onAction={(id) => watch(String(id))}
        selectedKeys={[...selection.ids]}
        onSelectionChange={(keys) =>
          selection.select(keys === 'all' ? new Set(tiles.map(({ id }) => id)) : (keys as Set<string>))
        }
      >
        {(file) => <ResultTile file={file} shape={entry.kind} onDrag={() => selection.drag(file.id)} />}
      </GridList>
    </section>
  )
}

/** What a person should know of finished files: a line each. */
function Warnings({ entry: { kind, warnings } }: { readonly entry: LibraryEntry }) {
  const strings = useStrings()
  const lines = warnings.map(({ message, segment }) => {
    const words = sayPhrase(strings, message)
    return kind === 'shorts' && segment !== undefined ? strings.library.inPart(segment, words) : words
  })
  if (lines.length === 0) return null
  return (
    <ul className={css.warnings}>
      {[...new Set(lines)].map((line) => (
        <li key={line}>
          <TriangleAlert />
          {line}
        </li>
      ))}
    </ul>
  )
}

function factsOf({ files, createdAt }: LibraryEntry, strings: Strings): string {
  const videos = files.filter(({ kind }) => kind === 'video')
  const sounds = files.filter(({ kind }) => kind === 'audio')
  const whole = [...videos, ...sounds]
  return [
    moment(createdAt, strings),
    videos.length > 0 ? strings.library.videos(videos.length) : strings.library.sounds(sounds.length),
    shortTime(whole.reduce((sum, { duration = 0 }) => sum + duration, 0)),
    size(
      whole.reduce((sum, file) => sum + file.size, 0),
      strings,
    ),
  ].join(' · ')
}

function Actions({ entry }: { readonly entry: LibraryEntry }) {
  const { library } = useStrings()
  const { showInFolder, removeResults } = useAppStore(({ showInFolder, removeResults }) => ({
    showInFolder,
    removeResults,
  }))
  return (
    <Menu
      label={library.actions(entry.opening)}
      groups={[
        {
          id: 'show',
          entries: [
            {
              id: 'show',
              label: library.showInFolder,
              icon: <FolderOpen />,
              onAction: () => entry.files[0] && showInFolder(entry.files[0].id),
            },
          ],
        },
        {
          id: 'delete',
          entries: [
            {
              id: 'delete',
              label: library.removeResults,
              icon: <Trash2 />,
              danger: true,
              onAction: () => removeResults(entry),
            },
          ],
        },
      ]}
    >
      <IconButton label={library.actions(entry.opening)}>
        <Ellipsis />
      </IconButton>
    </Menu>
  )
}
