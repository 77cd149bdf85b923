import type { Draft, DraftSummary, ImportedImage, NamedImages } from '#shared/desktop/desktop.ts'
import type { Result } from '#shared/result.ts'
import type { SliceParts } from '../appStore.ts'
import { type Cards, cardsOf, scriptOf } from '../cards.ts'
import { freeName } from '../freeName.ts'
import { noHistory } from '../history.ts'

/** The script in the editor, and those that were worked on before. */
export interface DraftsSlice {
  readonly draftId: string
  /** The file's name that it came from; empty when it was written here. */
  readonly draftName: string
  /** The images that the script names. */
  readonly namedImages: NamedImages | undefined
  readonly drafts: readonly DraftSummary[]
  /** The sample's cards as they were put into the editor; while `cards` is this same array, nothing was changed. */
  readonly sampleCards: Cards | undefined
  /** Names an image that the app took in, so that the script can; the name is no other image's. */
  nameImage(image: Pick<ImportedImage, 'file' | 'name'>): string
  /** Puts a draft in the editor in place of what is there. */
  showDraft(draft: Draft): void
  newDraft(): Promise<void>
  openDraft(id: string): Promise<void>
  /** Deletes the draft in the editor, until somebody undoes it. */
  deleteDraft(): Promise<void>
  restoreDraft(draft: Draft): Promise<void>
  /** Begins a new script with a text. */
  pasteScript(text: string): Promise<void>
  /** Opens a script by dialog. */
  chooseScript(): Promise<void>
  /** Opens a dropped script. */
  openScript(file: File): Promise<void>
}

export function draftsSlice({ set, get, client }: SliceParts): DraftsSlice {
  const show = (draft: Result<Draft | null>) => {
    if (!draft.ok) get().tell({ kind: 'trouble', error: draft.error })
    else if (draft.value) get().showDraft(draft.value)
  }
  return {
    draftId: '',
    draftName: '',
    namedImages: undefined,
    drafts: [],
    sampleCards: undefined,
    nameImage({ file, name: wanted }) {
      const { namedImages = {} } = get()
      const name = freeName(namedImages, file, wanted)
      set({ namedImages: { ...namedImages, [name]: file } })
      return name
    },
    showDraft(draft) {
      const cards = cardsOf(draft.script)
      const { app, notices } = get()
      set({
        sampleCards: draft.script.trim() === app.sample.trim() ? cards : undefined,
        notices: notices.filter(({ kind }) => kind !== 'paragraphs'),
        draftId: draft.id,
        draftName: draft.name,
        namedImages: draft.images,
        cards,
        caret: { card: cards[0]!.id, offset: 0 },
        history: noHistory,
        choices: draft.choices,
        page: 'editor',
        previewOff: false,
      })
    },
    newDraft: async () => show(await client.newDraft({})),
    openDraft: async (id) => show(await client.openDraft({ id })),
    async deleteDraft() {
      const draft = draftOf(get())
      const result = await client.deleteDraft({ id: draft.id })
      get().tell(result.ok ? { kind: 'draft-removed', draft } : { kind: 'trouble', error: result.error })
    },
    restoreDraft: async (draft) => show(await client.restoreDraft(draft)),
    async pasteScript(text) {
      show(await client.newDraft({}))
      const { cards, write } = get()
      write(cards[0]!.id, text, text.length)
    },
    chooseScript: async () => show(await client.chooseScript({})),
    openScript: async (file) =>
      show(await client.openScript({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  }
}

/** What is in the editor, as it is saved. */
export const draftOf = ({
  draftId,
  draftName,
  namedImages,
  cards,
  choices,
}: Pick<DraftsSlice, 'draftId' | 'draftName' | 'namedImages'> & {
  cards: Cards
  choices: Draft['choices']
}): Draft => ({
  id: draftId,
  name: draftName,
  script: scriptOf(cards),
  choices,
  ...(namedImages && { images: namedImages }),
})
