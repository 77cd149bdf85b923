import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import type { Cards } from '../../../store/cards.ts'
import { useAppStore } from '../../../store/useAppStore.ts'

/** Pixels of a card with a few lines, until it is measured. */
const usualHeight = 148

/**
 * Which cards are drawn, and where: those in sight and some around them. The selected one always is, so that the focus
 * and what is being typed stay when it is scrolled away.
 */
export function useCardRows(cards: Cards) {
  const scroller = useRef<HTMLDivElement>(null)
  const selected = useAppStore(({ cards, caret }) => cards.findIndex(({ id }) => id === caret.card))
  const focusRequests = useAppStore(({ focusRequests }) => focusRequests)
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: useCallback((index: number) => cards[index]!.id, [cards]),
    overscan: 3,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const visible = defaultRangeExtractor(range)
        if (selected < 0 || selected >= range.count || visible.includes(selected)) return visible
        return [...visible, selected].sort((one, other) => one - other)
      },
      [selected],
    ),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes where the caret is whenever that is asked for, not when the list changes
  useEffect(() => {
    if (focusRequests > 0 && selected >= 0) virtualizer.scrollToIndex(selected, { align: 'auto' })
  }, [focusRequests])
  return {
    scroller,
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
  }
}
