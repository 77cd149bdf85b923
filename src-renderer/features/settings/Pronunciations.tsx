import { Download, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { mostPronunciations, Pronunciation } from '#shared/speech/pronunciations.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import css from './SettingsPage.module.css'

const empty = { written: '', said: '' }

/** How words are said: a row for each, and an empty one to write the next into. Saved when a row is left. */
export function Pronunciations() {
  const { settings: words } = useStrings()
  const { kept, changeSettings, importPronunciations } = useAppStore((state) => ({
    kept: state.settings.pronunciations,
    changeSettings: state.changeSettings,
    importPronunciations: state.importPronunciations,
  }))
  const [rows, setRows] = useState<readonly Pronunciation[]>(kept)
  useEffect(() => setRows(kept), [kept])
  const shown = rows.length < mostPronunciations ? [...rows, empty] : rows
  const save = (next: readonly Pronunciation[]) => {
    const whole = next.flatMap((row) => Pronunciation.safeParse(row).data ?? [])
    if (JSON.stringify(whole) !== JSON.stringify(kept)) void changeSettings({ pronunciations: whole })
  }
  // Of a row that is half written nothing is kept yet, and nothing is lost.
  const leave = () => {
    if (rows.every((row) => Pronunciation.safeParse(row).success)) save(rows)
  }
  const write = (at: number, { written, said }: Pronunciation) =>
    setRows(shown.map((row, index) => (index === at ? { written, said } : row)).filter((row) => row !== empty))
  return (
    <>
      <div className={css.setting}>
        <p className={css.note}>{words.pronunciationsNote}</p>
        <Button icon={<Download />} onPress={importPronunciations}>
          {words.importPronunciations}
        </Button>
      </div>
      {shown.map((row, at) => (
        // A row is its place: its words change while they are written.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className={css.setting} key={at}>
          <Field
            label={words.written}
            value={row.written}
            placeholder="Nguyen"
            onChange={(written) => write(at, { ...row, written })}
            onEnter={leave}
            onBlur={leave}
          />
          <Field
            label={words.said}
            value={row.said}
            placeholder="win"
            onChange={(said) => write(at, { ...row, said })}
            onEnter={leave}
            onBlur={leave}
          />
          {row !== empty && (
            <IconButton
              label={words.removePronunciation(row.written)}
              onPress={() => save(rows.filter((_, index) => index !== at))}
            >
              <X />
            </IconButton>
          )}
        </div>
      ))}
    </>
  )
}
