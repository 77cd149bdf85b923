import type { Estimate } from '#shared/job/estimate.ts'
import type { SliceParts } from '../appStore.ts'
import { scriptOf } from '../cards.ts'

/** What the click will cost. */
export interface EstimateSlice {
  /** The last answer; it may be a moment behind what is typed. */
  readonly estimate: Estimate | undefined
  refreshEstimate(): Promise<void>
}

export function estimateSlice({ set, get, client }: SliceParts): EstimateSlice {
  /** How many estimates were requested; only the last one counts. */
  let requests = 0
  return {
    estimate: undefined,
    async refreshEstimate() {
      const { cards, choices } = get()
      const script = scriptOf(cards)
      const request = ++requests
      if (script === '') return set({ estimate: undefined })
      const { kind, spokenAs } = choices
      const estimate = await client.estimate({ kind, script, spokenAs })
      if (request === requests) set({ estimate: estimate.ok ? estimate.value : undefined })
    },
  }
}
