import type { PackState } from '#shared/desktop/desktop.ts'
import type { Result } from '#shared/result.ts'
import type { SliceParts } from '../appStore.ts'

/** Natural voices that can be fetched for this machine; what becomes of them is told by events. */
export interface PacksSlice {
  readonly packs: readonly PackState[]
  fetchPack(name: string): Promise<void>
  /** Ends the download; what is here stays. */
  pausePack(name: string): Promise<void>
  removePack(name: string): Promise<void>
  /** Answers the editor's offer of a natural voice, for good; `interested` shows it. */
  answerOffer(interested: boolean): Promise<void>
}

export function packsSlice({ set, get, client }: SliceParts): PacksSlice {
  const tellTrouble = (result: Result<unknown>) => {
    if (!result.ok) get().tell({ kind: 'trouble', error: result.error })
  }
  return {
    packs: [],
    fetchPack: async (name) => tellTrouble(await client.fetchPack({ name })),
    pausePack: async (name) => tellTrouble(await client.pausePack({ name })),
    removePack: async (name) => tellTrouble(await client.removePack({ name })),
    async answerOffer(interested) {
      if (interested) set({ section: 'voice' })
      await get().changeSettings({ offerNaturalVoice: false })
    },
  }
}
