import { AudioLines, FileX } from 'lucide-react'
import type { PointerEvent } from 'react'
import { GridListItem } from 'react-aria-components'
import type { LibraryFile } from '#shared/desktop/desktop.ts'
import type { JobKind } from '#shared/domain.ts'
import { shortTime } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import css from './ResultTile.module.css'

interface ResultTileProps {
  readonly file: LibraryFile
  readonly shape: JobKind
  readonly onDrag: () => void
}

/** One finished file; it can be dragged into any other program. */
export function ResultTile({ file, shape, onDrag }: ResultTileProps) {
  const { library } = useStrings()
  const words = file.text ?? file.name
  return (
    <GridListItem id={file.id} textValue={words} className={css.tile!} data-shape={shape}>
      {({ isSelected }) => (
        <>
          <figure
            className={css.image}
            draggable
            onPointerDown={isSelected ? keepSelection : undefined}
            onDragStart={(event) => {
              event.preventDefault()
              onDrag()
            }}
          >
            {file.missing ? (
              <FileX />
            ) : file.thumbnail ? (
              <img src={file.thumbnail} alt="" draggable={false} loading="lazy" />
            ) : (
              <AudioLines />
            )}
            {file.duration !== undefined && <span className={css.duration}>{shortTime(file.duration)}</span>}
          </figure>
          <span className={css.words} title={file.missing ? library.missing : file.name}>
            {words}
          </span>
        </>
      )}
    </GridListItem>
  )
}

/** Pressing one of several selected files begins to drag them all; it must not select that one alone first. */
function keepSelection(event: PointerEvent): void {
  if (!event.shiftKey && !event.ctrlKey && !event.metaKey) event.stopPropagation()
}
