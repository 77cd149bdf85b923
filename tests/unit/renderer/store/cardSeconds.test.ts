import { expect, test } from 'vitest'
import { cardSeconds, scriptSeconds } from '#renderer/store/cardSeconds.ts'
import { newCard } from '#renderer/store/cards.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'

test('a card takes as long as the service estimates, at any speed', () => {
  const card = newCard('Welcome to today’s market update: 1.2% up, and three things to know.')
  for (const speed of [0.25, 1, 1.35, 4])
    expect(cardSeconds(card, speed)).toBeCloseTo(estimateSpeech(card.text, speed), 9)
})

test('marks are not said: silences last as long as they say, and a speed of its own stays', () => {
  const spoken = (text: string, speed = 1) => cardSeconds(newCard(text), speed)
  expect(spoken('One two. [pause 2s] Three.')).toBeCloseTo(spoken('One two. Three.') + 2, 9)
  expect(spoken('[speed: 2]One two three.', 4)).toBeCloseTo(spoken('One two three.', 2), 9)
})

test('cards with nothing to say take no time', () => {
  const card = newCard('One.')
  expect(scriptSeconds([card, newCard(''), newCard('…')], 1)).toBe(cardSeconds(card, 1))
})
