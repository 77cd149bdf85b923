import type { Caret } from '../../store/cards.ts'

/** The caret of a card's text field, with what is selected there. */
export function caretOf(card: string, { selectionStart: offset, selectionEnd: to }: HTMLTextAreaElement): Caret {
  return { card, offset, ...(offset < to && { to }) }
}
