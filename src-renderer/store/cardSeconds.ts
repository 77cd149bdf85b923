import { parsePiece } from '#shared/script/parsePiece.ts'
import { estimateSegment } from '#shared/speech/estimateSpeech.ts'
import type { Card, Cards } from './cards.ts'
import { spoken } from './cards.ts'

/**
 * The two parts of an estimate in seconds: what the speed does not touch, and what it divides. A card never changes, so
 * it is the key.
 */
const cache = new WeakMap<Card, { readonly fixed: number; readonly spoken: number }>()

/** How long a card takes to say, about, in seconds. */
export function cardSeconds(card: Card, speed: number): number {
  let parts = cache.get(card)
  if (!parts) {
    const segment = parsePiece(card.text, 'light')
    const [at1, at2] = [estimateSegment(segment, 1), estimateSegment(segment, 2)]
    parts = { fixed: 2 * at2 - at1, spoken: 2 * (at1 - at2) }
    cache.set(card, parts)
  }
  return parts.fixed + parts.spoken / speed
}

/** All cards together. */
export const scriptSeconds = (cards: Cards, speed: number): number =>
  spoken(cards).reduce((sum, card) => sum + cardSeconds(card, speed), 0)
