import { FolderOpen, Plus, Sparkles } from 'lucide-react'
import { useStudio } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { CardList } from './card/CardList.tsx'
import { DeskHeader } from './EditorHeader.tsx'
import css from './ScriptEditor.module.css'

/** The script as a column of cards. */
export function ScriptDesk() {
  const strings = useStrings()
  return (
    <section className={css.desk} aria-label={strings.script.title}>
      <DeskHeader />
      <CardList footer={<AddPart />} />
    </section>
  )
}

function AddPart() {
  const strings = useStrings()
  const { kind, cards, sampleCards, sample, addCard, write, chooseScript } = useStudio((studio) => ({
    kind: studio.choices.kind,
    cards: studio.cards,
    sampleCards: studio.sampleCards,
    sample: studio.app.sample,
    addCard: studio.addCard,
    write: studio.write,
    chooseScript: studio.chooseScript,
  }))
  const last = cards.at(-1)!
  if (cards.length === 1 && last.text === '')
    return (
      <>
        {kind === 'shorts' && <p className={css.help}>{strings.script.markerHelp}</p>}
        <Button variant="quiet" icon={<Sparkles />} onPress={() => write(last.id, sample, 0)}>
          {strings.script.sample}
        </Button>
        <Button variant="quiet" icon={<FolderOpen />} onPress={chooseScript}>
          {strings.script.openFile}
        </Button>
      </>
    )
  if (last.text.trim() === '') return null
  return (
    <>
      <Button variant="quiet" icon={<Plus />} onPress={addCard}>
        {strings.script.addPart}
      </Button>
      {cards === sampleCards && <p className={css.help}>{strings.script.isSample}</p>}
    </>
  )
}
