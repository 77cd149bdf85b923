import type { Advice } from '#shared/job/advice.ts'
import { type Card, spoken } from '../../../store/cards.ts'
import { useAppStore } from '../../../store/useAppStore.ts'

/**
 * What the estimate tells of a card besides its length, which the card knows at every key: what is about this one, and
 * on the first card what is about all.
 */
export function useAdvice(card: Card): readonly Advice[] {
  const advice = useAppStore(({ estimate }) => estimate?.advice)
  const segment = useAppStore(({ cards }) => spoken(cards).indexOf(card) + 1)
  if (!advice || segment === 0) return []
  return advice.filter(({ message, segments }) => {
    if (message.code.startsWith('PARTS_')) return false
    return segments ? segments.includes(segment) : segment === 1
  })
}
