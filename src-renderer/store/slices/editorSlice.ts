import type { SliceParts } from '../appStore.ts'
import {
  type Cards,
  type Caret,
  cardAt,
  cardsOf,
  cutAtParagraphs,
  type EditResult,
  join,
  move,
  moveCut,
  newCard,
  remove,
  split,
  write,
} from '../cards.ts'
import { type History, type Moment, noHistory, note, redo, undo } from '../history.ts'

/** The script as it stands in the editor. */
export interface EditorSlice {
  readonly cards: Cards
  /** Where the user is; its card is the selected one, which the preview shows. */
  readonly caret: Caret
  readonly history: History
  /** Rises whenever the page itself moved the caret, and the focus is to follow. */
  readonly focusRequests: number
  placeCaret(caret: Caret): void
  /** Goes to a card and focuses it. */
  goTo(card: string, offset?: number): void
  /** Goes to the card that many places further; stops at both ends. */
  step(by: number): void
  write(card: string, text: string, offset: number): void
  /** Gives a card another text as a step of its own, and focuses it. */
  rewrite(card: string, text: string, offset: number): void
  /** Focuses the card that the caret is in. */
  focusScript(): void
  split(at?: Caret): void
  /** Joins a card with the next one. */
  join(card: string): void
  joinWithPrevious(card: string): void
  removeCard(card: string): void
  /** Adds an empty card at the end. */
  addCard(): void
  moveCard(from: number, to: number): void
  moveCut(card: string, place: Caret): void
  cutAtParagraphs(card: string): void
  /** Puts another script in the place of the whole one. */
  replaceScript(script: string): void
  undo(): void
  redo(): void
}

export function editorSlice({ set, get }: SliceParts): EditorSlice {
  const moment = (): Moment => ({ cards: get().cards, caret: get().caret })

  const edit = (result: EditResult) => {
    if (result.cards === get().cards) return
    set({ ...result, history: note(get().history, moment(), Date.now()), focusRequests: get().focusRequests + 1 })
  }
  const travel = (step: typeof undo) => {
    const result = step(get().history, moment())
    if (result) set({ ...result.moment, history: result.history, focusRequests: get().focusRequests + 1 })
  }
  const first = newCard('')

  return {
    cards: [first],
    caret: { card: first.id, offset: 0 },
    history: noHistory,
    focusRequests: 0,
    placeCaret: (caret) => set({ caret }),
    goTo: (card, offset = 0) => set({ caret: { card, offset }, focusRequests: get().focusRequests + 1 }),
    step(by) {
      const { cards, caret, goTo } = get()
      const position = cards.findIndex(({ id }) => id === caret.card) + by
      goTo(cards[Math.min(cards.length - 1, Math.max(0, position))]!.id)
    },
    write(card, text, offset) {
      const { cards, history, focusRequests } = get()
      const result = write(cards, card, text, offset)
      const cut = result.cards.length !== cards.length
      set({
        ...result,
        history: note(history, moment(), Date.now(), cut ? undefined : card),
        focusRequests: cut ? focusRequests + 1 : focusRequests,
      })
    },
    rewrite: (card, text, offset) => edit(write(get().cards, card, text, offset)),
    focusScript: () => set({ focusRequests: get().focusRequests + 1 }),
    split: (at = get().caret) => edit(split(get().cards, at)),
    join: (card) => edit(join(get().cards, card)),
    joinWithPrevious(card) {
      const { cards } = get()
      const above = cards[cards.findIndex(({ id }) => id === card) - 1]
      if (above) edit(join(cards, above.id))
    },
    removeCard: (card) => edit(remove(get().cards, card)),
    addCard() {
      const card = newCard('')
      edit({ cards: [...get().cards, card], caret: { card: card.id, offset: 0 } })
    },
    moveCard: (from, to) => from !== to && edit(move(get().cards, from, to)),
    moveCut: (card, place) => edit(moveCut(get().cards, card, place)),
    cutAtParagraphs: (card) => cardAt(get().cards, card) && edit(cutAtParagraphs(get().cards, card)),
    replaceScript(script) {
      const cards = cardsOf(script)
      const last = cards.at(-1)!
      edit({ cards, caret: { card: last.id, offset: last.text.length } })
    },
    undo: () => travel(undo),
    redo: () => travel(redo),
  }
}
