import {
  type Announcements,
  closestCenter,
  type DragEndEvent,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { useState } from 'react'
import type { Cards } from '../../store/cards.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'

/** Moving cards by their grip, with the pointer and with the keyboard, said aloud for screen readers. */
export function useReorder(cards: Cards) {
  const { script } = useStrings()
  const moveCard = useAppStore(({ moveCard }) => moveCard)
  const [lifted, setLifted] = useState<string>()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const placeOf = (id: string | number) => cards.findIndex((card) => card.id === id)
  const announcements: Announcements = {
    onDragStart: ({ active }) => script.lifted(placeOf(active.id) + 1),
    onDragOver: ({ over }) => (over ? script.over(placeOf(over.id) + 1) : undefined),
    onDragEnd: ({ over }) => (over ? script.dropped(placeOf(over.id) + 1) : script.putBack),
    onDragCancel: () => script.putBack,
  }
  return {
    lifted,
    sensors,
    collisionDetection: closestCenter,
    accessibility: { announcements, screenReaderInstructions: { draggable: script.gripHelp } },
    onDragStart: ({ active }: DragStartEvent) => setLifted(String(active.id)),
    onDragCancel: () => setLifted(undefined),
    onDragEnd({ active, over }: DragEndEvent) {
      setLifted(undefined)
      if (over) moveCard(placeOf(active.id), placeOf(over.id))
    },
  }
}
