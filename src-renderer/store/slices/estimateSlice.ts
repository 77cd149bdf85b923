import type { Estimate } from '#shared/job/estimate.ts'
import type { Tools } from '../appStore.ts'
import { scriptOf } from '../cards.ts'

/** What the click will cost. */
export interface EstimateSlice {
  /** The last answer; it may be a moment behind what is typed. */
  readonly estimate: Estimate | undefined
  refreshEstimate(): Promise<void>
}

export function estimateSlice({ set, get, client }: Tools): EstimateSlice {
  let asked = 0
  return {
    estimate: undefined,
    async refreshEstimate() {
      const { cards, choices } = get()
      const script = scriptOf(cards)
      const turn = ++asked
      if (script === '') return set({ estimate: undefined })
      const { kind, spokenAs } = choices
      const estimate = await client.estimate({ kind, script, spokenAs })
      if (turn === asked) set({ estimate: estimate.ok ? estimate.value : undefined })
    },
  }
}
