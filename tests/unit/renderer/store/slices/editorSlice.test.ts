import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createAppStore } from '#renderer/store/appStore.ts'
import { scriptOf } from '#renderer/store/cards.ts'
import { fakeClient } from '#tests/fakes/api/fakeClient.ts'

function editorWith(script: string) {
  const store = createAppStore(fakeClient().client)
  store.getState().showDraft({ id: crypto.randomUUID(), name: '', script, choices: store.getState().choices })
  return store
}

const edits = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    card: fc.nat(),
    text: fc.constantFrom('A', 'Bee see.', 'X — pause — Y'),
  }),
  fc.record({
    kind: fc.constantFrom('split' as const, 'join' as const, 'remove' as const),
    card: fc.nat(),
    at: fc.nat(),
  }),
  fc.record({ kind: fc.constant('move' as const), from: fc.nat(), to: fc.nat() }),
)

test('whatever was done is undone step by step to the beginning, and redone to the end', () => {
  vi.useFakeTimers()
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 25 }), (list) => {
      const store = editorWith('One two.\n\n— pause —\n\nThree.\n\n— pause —\n\nFour five six.')
      const begin = store.getState().cards
      for (const edit of list) {
        const { cards, write, split, join, removeCard, moveCard } = store.getState()
        const card = 'card' in edit ? cards[edit.card % cards.length]! : cards[0]!
        if (edit.kind === 'write') write(card.id, edit.text, edit.text.length)
        if (edit.kind === 'split') split({ card: card.id, offset: edit.at % (card.text.length + 1) })
        if (edit.kind === 'join') join(card.id)
        if (edit.kind === 'remove') removeCard(card.id)
        if (edit.kind === 'move') moveCard(edit.from % cards.length, edit.to % cards.length)
        vi.advanceTimersByTime(2000)
        // The caret is always in a card that is there.
        expect(store.getState().cards.map(({ id }) => id)).toContain(store.getState().caret.card)
      }
      const end = store.getState().cards
      for (let steps = 0; steps < 60; steps++) store.getState().undo()
      expect(store.getState().cards).toEqual(begin)
      for (let steps = 0; steps < 60; steps++) store.getState().redo()
      expect(store.getState().cards).toEqual(end)
    }),
    { numRuns: 60 },
  )
  vi.useRealTimers()
})

test('typing in one go is one step, a rest begins another', () => {
  vi.useFakeTimers()
  const store = editorWith('')
  const id = store.getState().cards[0]!.id
  const type = (text: string) => {
    for (let length = 1; length <= text.length; length++) {
      store.getState().write(id, text.slice(0, length), length)
      vi.advanceTimersByTime(60)
    }
  }
  type('Good morning')
  vi.advanceTimersByTime(3000)
  const before = store.getState().cards[0]!.text
  store.getState().write(id, `${before}.`, before.length + 1)
  store.getState().undo()
  expect(scriptOf(store.getState().cards)).toBe('Good morning')
  store.getState().undo()
  expect(store.getState().cards[0]!.text).toBe('')
  vi.useRealTimers()
})

test('the caret comes back with the words', () => {
  const store = editorWith('One.\n\n— pause —\n\nTwo.')
  const [first, second] = store.getState().cards
  store.getState().placeCaret({ card: second!.id, offset: 3 })
  store.getState().joinWithPrevious(second!.id)
  expect(store.getState().caret).toEqual({ card: first!.id, offset: 4 })
  store.getState().undo()
  expect(store.getState().caret).toEqual({ card: second!.id, offset: 3 })
})

test('steps from card to card stop at both ends', () => {
  const store = editorWith('One.\n\n— pause —\n\nTwo.')
  const [first, second] = store.getState().cards
  store.getState().step(1)
  expect(store.getState().caret.card).toBe(second!.id)
  store.getState().step(1)
  expect(store.getState().caret.card).toBe(second!.id)
  store.getState().step(-5)
  expect(store.getState().caret.card).toBe(first!.id)
})
