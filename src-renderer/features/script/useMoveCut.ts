import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Card, Caret } from '../../store/cards.ts'
import { useAppStoreApi } from '../../store/useAppStore.ts'

/** Pixels of pointer travel from which on a press is a drag. */
const threshold = 5

/** Moves the cut below a card: to the word under the pointer, or by a word with the arrow keys. */
export function useMoveCut(card: Card) {
  const store = useAppStoreApi()
  const [moved, setMoved] = useState(false)
  const from = useRef(0)

  const neighbours = () => {
    const { cards } = store.getState()
    const position = cards.findIndex(({ id }) => id === card.id)
    return [cards[position], cards[position + 1]] as const
  }

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    from.current = event.clientY
    const line = event.currentTarget
    const onMove = (move: globalThis.PointerEvent) => {
      if (Math.abs(move.clientY - from.current) < threshold) return
      setMoved(true)
      line.setPointerCapture(move.pointerId)
    }
    const onUp = (up: globalThis.PointerEvent) => {
      window.removeEventListener('pointermove', onMove)
      setMoved(false)
      if (Math.abs(up.clientY - from.current) < threshold) return
      const place = wordAt(up.clientX, up.clientY)
      const [upper, lower] = neighbours()
      if (place && (place.card === upper?.id || place.card === lower?.id)) store.getState().moveCut(card.id, place)
    }
    // A quick pointer has left the line before it moves for the first time.
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp, { once: true })
  }

  const onKeyDown = (event: Pick<KeyboardEvent, 'key'> & { preventDefault(): void }) => {
    const [upper, lower] = neighbours()
    if (!upper || !lower || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const place: Caret =
      event.key === 'ArrowUp'
        ? { card: upper.id, offset: upper.text.trimEnd().search(/\s\S+$/) + 1 }
        : { card: lower.id, offset: (lower.text.match(/^\s*\S+/)?.[0] ?? '').length }
    store.getState().moveCut(card.id, place)
  }

  return { onPointerDown, onKeyDown, moved }
}

/** The word boundary under a point, in whichever card it is. */
function wordAt(x: number, y: number): Caret | undefined {
  const field = document.elementFromPoint(x, y)?.closest('article')?.querySelector('textarea')
  const id = field?.dataset.script
  const position = document.caretPositionFromPoint(x, y)
  if (!field || !id || position?.offsetNode !== field) return undefined
  return { card: id, offset: boundaryNear(field.value, position.offset) }
}

/** The space that is nearest to a place in a text. */
export function boundaryNear(text: string, offset: number): number {
  const before = text.lastIndexOf(' ', offset)
  const after = text.indexOf(' ', offset)
  if (before < 0 && after < 0) return offset
  if (before < 0) return after
  if (after < 0) return before
  return offset - before <= after - offset ? before : after
}
