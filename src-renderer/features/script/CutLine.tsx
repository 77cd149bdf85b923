import { Scissors } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Card } from '../../store/cards.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Tip } from '../../ui/actions/Tip.tsx'
import css from './CutLine.module.css'
import { useMoveCut } from './useMoveCut.ts'

/** The cut between two cards: dragged it moves through the words, clicked it joins them. */
export function CutLine({ card, index }: { readonly card: Card; readonly index: number }) {
  const { script } = useStrings()
  const join = useAppStore(({ join }) => join)
  const { onPointerDown, onKeyDown, moved } = useMoveCut(card)
  return (
    <div className={css.cut} data-moving={moved || undefined} onPointerDown={onPointerDown}>
      <Tip text={`${script.join} · ${script.cutHelp}`} placement="top">
        <Button
          className={css.scissors!}
          aria-label={script.cut(index + 1)}
          onKeyDown={onKeyDown}
          onPress={() => join(card.id)}
        >
          <Scissors />
        </Button>
      </Tip>
    </div>
  )
}
