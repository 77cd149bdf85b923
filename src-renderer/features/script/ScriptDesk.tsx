import { Plus, Sparkles } from 'lucide-react'
import { useStudio } from '../../store/useStudio.ts'
import { sampleScript } from '../../strings/sampleScript.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/Button.tsx'
import { CardList } from './CardList.tsx'
import { DeskHeader } from './DeskHeader.tsx'
import css from './ScriptDesk.module.css'

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
  const { cards, addCard, write } = useStudio(({ cards, addCard, write }) => ({ cards, addCard, write }))
  const last = cards.at(-1)!
  if (cards.length === 1 && last.text === '')
    return (
      <Button variant="quiet" icon={<Sparkles />} onPress={() => write(last.id, sampleScript[strings.locale], 0)}>
        {strings.script.sample}
      </Button>
    )
  if (last.text.trim() === '') return null
  return (
    <Button variant="quiet" icon={<Plus />} onPress={addCard}>
      {strings.script.addPart}
    </Button>
  )
}
