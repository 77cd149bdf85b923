import { FolderOpen, Plus, Sparkles } from 'lucide-react'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { VoiceOffer } from '../voice/packs/VoiceOffer.tsx'
import { CardList } from './card/CardList.tsx'
import { EditorHeader } from './EditorHeader.tsx'
import css from './ScriptEditor.module.css'

/** The script as a column of cards. */
export function ScriptEditor() {
  const strings = useStrings()
  return (
    <section className={css.editor} aria-label={strings.script.title}>
      <EditorHeader />
      <VoiceOffer />
      <CardList footer={<AddPart />} />
    </section>
  )
}

function AddPart() {
  const strings = useStrings()
  const { kind, cards, sampleCards, sample, addCard, write, chooseScript } = useAppStore((state) => ({
    kind: state.choices.kind,
    cards: state.cards,
    sampleCards: state.sampleCards,
    sample: state.app.sample,
    addCard: state.addCard,
    write: state.write,
    chooseScript: state.chooseScript,
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
