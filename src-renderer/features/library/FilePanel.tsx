import { Copy, FolderOpen, X } from 'lucide-react'
import type { LibraryFile } from '#shared/desktop.ts'
import { useStudio } from '../../store/useStudio.ts'
import type { Strings } from '../../strings/en.ts'
import { size } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import css from './FilePanel.module.css'

interface FilePanelProps {
  readonly file: LibraryFile
  /** How many are selected. */
  readonly count: number
  readonly onClose: () => void
}

/** A finished file: its player, what was measured on it, where it is. */
export function FilePanel({ file, count, onClose }: FilePanelProps) {
  const strings = useStrings()
  const { library } = strings
  const { showInFolder, copyPath } = useStudio(({ showInFolder, copyPath }) => ({ showInFolder, copyPath }))
  return (
    <aside className={css.panel} aria-label={file.name}>
      <header className={css.header}>
        <h2 className={css.name}>{count > 1 ? library.selected(count) : file.name}</h2>
        <IconButton size="small" label={library.close} onPress={onClose}>
          <X />
        </IconButton>
      </header>
      <Player file={file} />
      {file.text && <p className={css.text}>{file.text}</p>}
      <div className={css.actions}>
        <Button icon={<FolderOpen />} onPress={() => showInFolder(file.id)}>
          {library.showInFolder}
        </Button>
        <Button icon={<Copy />} onPress={() => copyPath(file.id)}>
          {library.copyPath}
        </Button>
      </div>
      <dl className={css.receipt}>
        {factsOf(file, strings).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {file.exported && <p className={css.note}>{library.exported(file.exported)}</p>}
    </aside>
  )
}

function Player({ file }: { readonly file: LibraryFile }) {
  const { library } = useStrings()
  if (file.missing) return <p className={css.note}>{library.missing}</p>
  if (file.url === undefined) return null
  // The captions are in the picture.
  // biome-ignore lint/a11y/useMediaCaption: see above; sound files come with subtitle files beside them
  if (file.kind === 'audio') return <audio className={css.sound} src={file.url} controls />
  // biome-ignore lint/a11y/useMediaCaption: see above
  return <video className={css.video} src={file.url} poster={file.thumbnail} controls />
}

function factsOf(file: LibraryFile, strings: Strings): [string, string][] {
  const { library } = strings
  const facts: [string, string][] = []
  if (file.duration !== undefined)
    facts.push([library.duration, `${file.duration.toLocaleString(strings.locale, { maximumFractionDigits: 2 })} s`])
  facts.push([library.size, size(file.size, strings)])
  return file.receipt ? [...facts, ...receiptFacts(file.receipt, strings)] : facts
}

function receiptFacts(
  { loudness, truePeak, picture, timing, timingFallback }: NonNullable<LibraryFile['receipt']>,
  { library, locale }: Strings,
): [string, string][] {
  const tenths = (value: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).replace('-', '−')
  return [
    [library.loudness, `${tenths(loudness)} LUFS`],
    ...(truePeak === null ? [] : [[library.truePeak, `${tenths(truePeak)} dBTP`] as [string, string]]),
    ...(picture
      ? ([
          [library.picture, `${picture.width} × ${picture.height}, ${picture.rate}/s`],
          [library.encoder, picture.encoder],
        ] as [string, string][])
      : []),
    [library.timing, library.timings[timing] + (timingFallback ? ` (${library.timingFallbacks[timingFallback]})` : '')],
  ]
}
