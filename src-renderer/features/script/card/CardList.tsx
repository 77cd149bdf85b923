import { DndContext, DragOverlay } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import type { ReactNode } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { useReorder } from '../useReorder.ts'
import css from './CardList.module.css'
import { CardRow, DraggedCard } from './CardRow.tsx'
import { useCardRows } from './useCardRows.ts'

/** All cards, as many drawn as can be seen. */
export function CardList({ footer }: { readonly footer: ReactNode }) {
  const strings = useStrings()
  const cards = useAppStore(({ cards }) => cards)
  const { scroller, rows, height, measure } = useCardRows(cards)
  const { lifted, ...reorder } = useReorder(cards)
  const liftedAt = cards.findIndex(({ id }) => id === lifted)
  return (
    <DndContext {...reorder}>
      <SortableContext items={[...cards]} strategy={verticalListSortingStrategy}>
        <div className={css.scroller} ref={scroller}>
          <ul className={css.list} style={{ height }} aria-label={strings.script.parts}>
            {rows.map(({ index, start }) => (
              <li key={cards[index]!.id} className={css.row} style={{ top: start }} ref={measure} data-index={index}>
                <CardRow card={cards[index]!} index={index} isLast={index === cards.length - 1} />
              </li>
            ))}
          </ul>
          <div className={css.footer}>{footer}</div>
        </div>
      </SortableContext>
      <DragOverlay dropAnimation={null}>
        {liftedAt >= 0 && <DraggedCard card={cards[liftedAt]!} index={liftedAt} />}
      </DragOverlay>
    </DndContext>
  )
}
