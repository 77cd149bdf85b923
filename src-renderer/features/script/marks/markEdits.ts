import type { WrittenMark } from '#shared/script/findMarks.ts'
import type { AppState, AppStore } from '../../../store/appStore.ts'
import { type Caret, selectedCard } from '../../../store/cards.ts'
import { changeMark, insertMark, markAt, type NewMark, removeMark, type Selection, wordsAt } from './editMarks.ts'
import { spokenForm } from './spokenForm.ts'

/** What the caret is at in its card. */
export interface MarkPlace {
  readonly card: string
  readonly text: string
  readonly selection: Selection
  /** The mark that it is in. */
  readonly mark: WrittenMark | undefined
  /** The words that are selected, or the one that it touches, and how they are said. */
  readonly words: string | undefined
  readonly spoken: string | undefined
}

export function markPlace(state: AppState): MarkPlace {
  const { id, text } = selectedCard(state)
  const { caret, settings } = state
  const at: Omit<Caret, 'card'> = caret.card === id ? caret : { offset: text.length }
  const selection = { from: Math.min(at.offset, text.length), to: Math.min(at.to ?? at.offset, text.length) }
  const place = wordsAt(text, selection)
  return {
    card: id,
    text,
    selection,
    mark: markAt(text, selection),
    words: place && text.slice(place.from, place.to),
    spoken: place && spokenForm(text, place, settings.pronunciations),
  }
}

/** Goes on in the text, when what lay over it is gone and has given the focus back to where it was. */
export function resumeWriting(store: AppStore): void {
  const resume = () => {
    if (!document.activeElement?.matches('[data-script]')) store.getState().focusScript()
  }
  requestAnimationFrame(() => requestAnimationFrame(resume))
}

/** Writes a mark where the caret is; in a mark of the kind it gives that its value. */
export function setMark(state: AppState, mark: NewMark): void {
  const { card, text, selection, mark: before } = markPlace(state)
  const edited = before?.kind === mark.kind ? changeMark(text, before, mark) : insertMark(text, selection, mark)
  state.rewrite(card, edited.text, edited.from)
}

/** Takes the mark out that the caret is in. */
export function dropMark(state: AppState): void {
  const { card, text, mark } = markPlace(state)
  if (!mark) return
  const edited = removeMark(text, mark)
  state.rewrite(card, edited.text, edited.from)
}
