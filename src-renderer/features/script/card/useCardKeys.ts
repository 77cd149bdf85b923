import type { ClipboardEvent, FormEvent, KeyboardEvent } from 'react'
import { type Card, cardAt, paragraphsOf } from '../../../store/cards.ts'
import { useAppStore, useAppStoreApi } from '../../../store/useAppStore.ts'

/** From this many pasted paragraphs on, cutting at them is offered. */
const fewestParagraphs = 3
/** Characters from which on what is pasted into the untouched sample is a script of its own, and takes its place. */
const leastScript = 60

/** Keys at a card's edges lead to its neighbours, as if all cards were one text. */
export function useCardKeys(card: Card) {
  const store = useAppStoreApi()
  const { join, joinWithPrevious, tell } = useAppStore(({ join, joinWithPrevious, tell }) => ({
    join,
    joinWithPrevious,
    tell,
  }))

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const { selectionStart: start, selectionEnd: end, value } = event.currentTarget
    const { cards, goTo } = store.getState()
    const position = cards.findIndex(({ id }) => id === card.id)
    const [above, below] = [cards[position - 1], cards[position + 1]]
    const atStart = start === 0 && end === 0
    const atEnd = start === value.length && end === value.length
    const act = {
      Backspace: atStart && above && (() => joinWithPrevious(card.id)),
      Delete: atEnd && below && (() => join(card.id)),
      ArrowUp: atStart && above && (() => goTo(above.id, above.text.length)),
      ArrowLeft: atStart && above && (() => goTo(above.id, above.text.length)),
      ArrowDown: atEnd && below && (() => goTo(below.id)),
      ArrowRight: atEnd && below && (() => goTo(below.id)),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  /** The browser's own history knows nothing of cuts; ours does. */
  const onBeforeInput = (event: FormEvent<HTMLTextAreaElement>) => {
    const { inputType } = event.nativeEvent as InputEvent
    if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return
    event.preventDefault()
    const { undo, redo } = store.getState()
    if (inputType === 'historyUndo') undo()
    else redo()
  }

  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    const { cards, sampleCards, replaceScript } = store.getState()
    if (cards === sampleCards && text.length >= leastScript) {
      event.preventDefault()
      replaceScript(text)
    }
    const count = paragraphsOf(text).length
    if (count >= fewestParagraphs) setTimeout(() => offerCuts(count))
  }
  const offerCuts = (pasted: number) => {
    const { caret, cards } = store.getState()
    // Markers in what was pasted have cut it already.
    const count = paragraphsOf(cardAt(cards, caret.card).text).length
    if (count >= pasted) tell({ kind: 'paragraphs', card: caret.card, count })
  }
  return { onKeyDown, onBeforeInput, onPaste }
}
