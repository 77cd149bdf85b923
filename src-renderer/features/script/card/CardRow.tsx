import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical } from 'lucide-react'
import { memo } from 'react'
import { type Card, titleOf } from '../../../store/cards.ts'
import { shownText } from '../../../store/shownText.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { CutLine } from '../CutLine.tsx'
import { CardFacts } from './CardFacts.tsx'
import { CardNotes } from './CardNotes.tsx'
import css from './CardRow.module.css'
import { CardText } from './CardText.tsx'
import { usePartState } from './usePartState.ts'

interface CardRowProps {
  readonly card: Card
  readonly index: number
  readonly isLast: boolean
}

/** A part of the script, and the cut below it. */
export const CardRow = memo(function CardRow({ card, index, isLast }: CardRowProps) {
  const { script } = useStrings()
  const part = usePartState(card)
  const { setNodeRef, transform, transition, isDragging, attributes, listeners, setActivatorNodeRef } = useSortable({
    id: card.id,
  })
  const opening = titleOf(shownText(card.text)) || script.emptyPart
  return (
    <>
      <article
        ref={setNodeRef}
        className={css.card}
        aria-label={script.part(index + 1, opening)}
        data-dragging={isDragging || undefined}
        data-state={part?.state}
        style={{ transform: CSS.Translate.toString(transform), transition }}
      >
        {part && <span className={css.fill} style={{ scale: `${part.share} 1` }} />}
        <button
          type="button"
          className={css.grip}
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={script.grip(index + 1)}
        >
          <span className={css.number}>{index + 1}</span>
          <GripVertical className={css.dots} aria-hidden="true" />
        </button>
        <CardText card={card} index={index} />
        <CardFacts card={card} index={index} part={part} />
        <CardNotes card={card} part={part} />
      </article>
      {!isLast && <CutLine card={card} index={index} />}
    </>
  )
})

/** What follows the pointer while a card is moved. */
export function DraggedCard({ card, index }: Pick<CardRowProps, 'card' | 'index'>) {
  return (
    <div className={css.dragged}>
      <span className={css.number}>{index + 1}</span>
      <p>{shownText(card.text)}</p>
    </div>
  )
}
