import { expect, test } from 'vitest'
import { cardSeconds, scriptSeconds } from '#renderer/store/cardSeconds.ts'
import { newCard } from '#renderer/store/cards.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'

test('a card takes as long as the service estimates, at any speed', () => {
  const card = newCard('Welcome to today’s market update: 1.2% up, and three things to know.')
  for (const speed of [0.25, 1, 1.35, 4])
    expect(cardSeconds(card, speed)).toBeCloseTo(estimateSpeech(card.text, speed), 9)
})

test('cards with nothing to say take no time', () => {
  const card = newCard('One.')
  expect(scriptSeconds([card, newCard(''), newCard('…')], 1)).toBe(cardSeconds(card, 1))
})
