import { useState } from 'react'
import { findMarks } from '#shared/script/findMarks.ts'
import { longestSilence } from '#shared/script/segment.ts'
import type { AskedMark } from '../../../store/slices/viewSlice.ts'
import { useAppStore, useAppStoreApi } from '../../../store/useAppStore.ts'
import type { Strings } from '../../../strings/en.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { Button } from '../../../ui/actions/Button.tsx'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import type { NewMark } from './editMarks.ts'
import css from './MarkDialog.module.css'
import { type MarkPlace, markPlace, resumeWriting, setMark } from './markEdits.ts'

/** Asks for the value of a mark that is written, not chosen. */
export function MarkDialog() {
  const strings = useStrings()
  const store = useAppStoreApi()
  const asked = useAppStore(({ askedMark }) => askedMark)
  const close = () => {
    store.getState().askMark(undefined)
    resumeWriting(store)
  }
  const set = (mark: NewMark) => {
    store.getState().askMark(undefined)
    setMark(store.getState(), mark)
    resumeWriting(store)
  }
  const place = asked && markPlace(store.getState())
  return (
    <Dialog
      title={asked && place ? titleOf(asked, place, strings) : ''}
      isOpen={asked !== undefined}
      width="small"
      onClose={close}
    >
      {asked && place && <Question key={asked} asked={asked} place={place} onSet={set} onClose={close} />}
    </Dialog>
  )
}

interface QuestionProps {
  readonly asked: AskedMark
  readonly place: MarkPlace
  readonly onSet: (mark: NewMark) => void
  readonly onClose: () => void
}

function Question({ asked, place, onSet, onClose }: QuestionProps) {
  const { marks, common } = useStrings()
  const { dialog: words } = marks
  const [written, setWritten] = useState(() => valueNow(asked, place))
  const mark = newMark(asked, written)
  const set = () => mark && onSet(mark)
  const labels = { silence: words.silenceLabel, say: words.sayLabel, title: words.titleLabel }
  const notes = { silence: words.silenceNote, say: words.sayNote, title: words.titleNote }
  return (
    <div className={css.question}>
      {asked === 'say' && place.spoken && (
        <dl className={css.now}>
          <dt>{words.now}</dt>
          <dd>{place.spoken}</dd>
        </dl>
      )}
      <Field label={labels[asked]} note={notes[asked]} value={written} onChange={setWritten} onEnter={set} autoFocus />
      <div className={css.buttons}>
        <Button variant="quiet" onPress={onClose}>
          {common.cancel}
        </Button>
        <Button onPress={set} isDisabled={!mark}>
          {words.set}
        </Button>
      </div>
    </div>
  )
}

const titleOf = (asked: AskedMark, { words = '' }: MarkPlace, { marks: { dialog } }: Strings): string =>
  asked === 'say' ? dialog.say(words) : dialog[asked]

function valueNow(asked: AskedMark, { mark, text }: MarkPlace): string {
  if (mark?.kind === asked) return String(mark.value ?? '')
  if (asked !== 'title') return ''
  const title = findMarks(text).find(({ kind }) => kind === 'title')
  return String(title?.value ?? '')
}

/** The mark that was asked for; undefined for what is none. */
function newMark(kind: AskedMark, written: string): NewMark | undefined {
  const value = written.trim()
  if (kind !== 'silence') return value === '' ? undefined : { kind, value: value.slice(0, 200) }
  const seconds = Number(value.replace(/\s*s$/i, '').replace(',', '.'))
  return seconds > 0 && seconds <= longestSilence ? { kind, value: Math.round(seconds * 1000) / 1000 } : undefined
}
