import type { Draft, DraftSummary } from '#shared/desktop.ts'
import type { Result } from '#shared/result.ts'
import { cardsOf, scriptOf } from './cards.ts'
import { noHistory } from './history.ts'
import type { Tools } from './studio.ts'

/** The script in work, and those that were worked on before. */
export interface DraftsSlice {
  readonly draftId: string
  /** The file's name that it came from; empty when it was written here. */
  readonly draftName: string
  readonly drafts: readonly DraftSummary[]
  /** Puts a draft on the desk in place of what lies there. */
  showDraft(draft: Draft): void
  newDraft(): Promise<void>
  openDraft(id: string): Promise<void>
  deleteDraft(id: string): Promise<void>
  /** Opens a script by dialog. */
  chooseScript(): Promise<void>
  /** Opens a dropped script. */
  openScript(file: File): Promise<void>
}

export function draftsSlice({ set, get, client }: Tools): DraftsSlice {
  const show = (opened: Result<Draft | null>) => {
    if (!opened.ok) get().tell({ kind: 'trouble', error: opened.error })
    else if (opened.value) get().showDraft(opened.value)
  }
  return {
    draftId: '',
    draftName: '',
    drafts: [],
    showDraft(draft) {
      const cards = cardsOf(draft.script)
      set({
        draftId: draft.id,
        draftName: draft.name,
        cards,
        caret: { card: cards[0]!.id, offset: 0 },
        history: noHistory,
        choices: draft.choices,
        page: 'studio',
      })
    },
    newDraft: async () => show(await client.newDraft({})),
    openDraft: async (id) => show(await client.openDraft({ id })),
    async deleteDraft(id) {
      const deleted = await client.deleteDraft({ id })
      if (!deleted.ok) get().tell({ kind: 'trouble', error: deleted.error })
    },
    chooseScript: async () => show(await client.chooseScript({})),
    openScript: async (file) =>
      show(await client.openScript({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  }
}

/** What lies on the desk, as it is kept. */
export const draftOf = ({
  draftId,
  draftName,
  cards,
  choices,
}: Pick<DraftsSlice, 'draftId' | 'draftName'> & {
  cards: Parameters<typeof scriptOf>[0]
  choices: Draft['choices']
}): Draft => ({
  id: draftId,
  name: draftName,
  script: scriptOf(cards),
  choices,
})
