import { Copy, FolderOpen, X } from 'lucide-react'
import type { LibraryFile } from '#shared/desktop/desktop.ts'
import { titleOf } from '../../../store/cards.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import type { Strings } from '../../../strings/en.ts'
import { size } from '../../../strings/format.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { Button } from '../../../ui/actions/Button.tsx'
import { IconButton } from '../../../ui/actions/IconButton.tsx'
import css from './FilePanel.module.css'
import { Player } from './Player.tsx'

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
  const { showInFolder, copyPath } = useAppStore(({ showInFolder, copyPath }) => ({ showInFolder, copyPath }))
  return (
    <aside className={css.panel} aria-label={file.name}>
      <header className={css.header}>
        <h2 className={css.name}>{count > 1 ? library.selected(count) : titleOf(file.text ?? '', 6) || file.name}</h2>
        <IconButton size="small" label={library.close} onPress={onClose}>
          <X />
        </IconButton>
      </header>
      {file.missing ? <p className={css.note}>{library.missing}</p> : <Player key={file.id} file={file} />}
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

function factsOf(file: LibraryFile, strings: Strings): [string, string][] {
  const { library } = strings
  const facts: [string, string][] = [[library.file, file.name]]
  if (file.duration !== undefined)
    facts.push([library.duration, `${file.duration.toLocaleString(strings.locale, { maximumFractionDigits: 2 })} s`])
  facts.push([library.size, size(file.size, strings)])
  return file.receipt ? [...facts, ...receiptFacts(file.receipt, strings)] : facts
}

function receiptFacts(
  { loudness, truePeak, picture, captions, timing, timingFallback }: NonNullable<LibraryFile['receipt']>,
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
    ...(captions ? [[library.captions, captionFacts(captions, library)] as [string, string]] : []),
    [library.timing, library.timings[timing] + (timingFallback ? ` (${library.timingFallbacks[timingFallback]})` : '')],
  ]
}

function captionFacts(
  { missing, shrunk }: NonNullable<NonNullable<LibraryFile['receipt']>['captions']>,
  library: Strings['library'],
): string {
  const facts = [
    ...(missing.length > 0 ? [library.captionsWithout(missing.join(' '))] : []),
    ...shrunk.map(({ text, share }) => library.captionsShrunk(text, Math.round(share * 100))),
  ]
  return facts.length > 0 ? facts.join('; ') : library.captionsWhole
}
