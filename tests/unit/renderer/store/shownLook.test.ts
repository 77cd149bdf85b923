import { expect, test } from 'vitest'
import { newCard } from '#renderer/store/cards.ts'
import { lookOf, shownBackground } from '#renderer/store/shownLook.ts'
import { Choices } from '#shared/desktop/settings.ts'
import { builtInLooks } from '#shared/look/looks.ts'

const looks = builtInLooks.map((look) => ({ ...look, builtIn: true }))
const choices = Choices.parse({})

test('a card has the look that it names, and the script’s own where there is none of that name', () => {
  const [paper] = builtInLooks.filter(({ name }) => name === 'paper')
  expect(lookOf({ choices, looks }, newCard('[look: paper] Hi.'))).toBe(paper!.look)
  expect(lookOf({ choices, looks }, newCard('[look: none of mine] Hi.'))).toBe(choices.look)
})

test('the background is the last one before the caret', () => {
  const text = 'One [background: ember] two [background: a.jpg] three [background: lost.jpg] four [background] five'
  const card = newCard(text)
  const at = (word: string) =>
    shownBackground({
      choices,
      looks,
      cards: [card],
      caret: { card: card.id, offset: text.indexOf(word) + 1 },
      namedImages: { 'a.jpg': '/pictures/a.jpg' },
    })
  expect(at('One')).toBe(choices.look.background)
  expect(at('two')).toEqual({ kind: 'gradient', name: 'ember' })
  expect(at('three')).toEqual({ kind: 'picture', file: '/pictures/a.jpg' })
  expect(at('four')).toBe(choices.look.background)
  expect(at('five')).toBe(choices.look.background)
})

test('a background at a card’s beginning stands wherever the caret is', () => {
  const card = newCard('[title: A]\n[background: ember] One two')
  const state = { choices, looks, cards: [card], namedImages: undefined }
  expect(shownBackground({ ...state, caret: { card: card.id, offset: 0 } })).toEqual({
    kind: 'gradient',
    name: 'ember',
  })
})
