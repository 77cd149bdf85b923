import { expect, test } from 'vitest'
import { newCard } from '#renderer/store/cards.ts'
import { noHistory, note, redo, undo } from '#renderer/store/history.ts'

const moment = (text: string) => ({ cards: [newCard(text)], caret: { card: 'a', offset: 0 } })

test('keys in quick succession are one step, in another card another', () => {
  let history = note(noHistory, moment('0'), 0, 'a')
  history = note(history, moment('1'), 300, 'a')
  history = note(history, moment('2'), 600, 'b')
  expect(history.past).toHaveLength(2)
})

test('typing without a rest is cut into steps too', () => {
  let history = noHistory
  for (let at = 0; at < 20_000; at += 200) history = note(history, moment(String(at)), at, 'a')
  expect(history.past.length).toBeGreaterThan(2)
})

test('an edit forgets what was undone', () => {
  const history = note(noHistory, moment('0'), 0)
  const back = undo(history, moment('1'))
  expect(redo(back!.history, moment('0'))?.moment.cards[0]?.text).toBe('1')
  expect(redo(note(back!.history, moment('0'), 5000), moment('2'))).toBeUndefined()
})

test('the oldest steps go when there are very many', () => {
  let history = noHistory
  for (let step = 0; step < 700; step++) history = note(history, moment(String(step)), 0)
  expect(history.past).toHaveLength(500)
  expect(history.past.at(-1)?.cards[0]?.text).toBe('699')
})
