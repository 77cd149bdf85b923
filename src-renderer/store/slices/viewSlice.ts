import type { Draft } from '#shared/desktop/desktop.ts'
import type { AppError } from '#shared/errors.ts'
import type { Phrase } from '#shared/phrases.ts'
import type { SliceParts } from '../appStore.ts'

export type Page = 'editor' | 'library' | 'automation' | 'settings'
export type Section = 'voice' | 'look' | 'background' | 'output'

/** Marks whose values are written, not chosen. */
export type AskedMark = 'silence' | 'say' | 'title'

/** A message in a line at the bottom of the window; its text is made where it is shown, in the current language. */
type Message =
  | { readonly kind: 'trouble'; readonly error: AppError }
  | { readonly kind: 'import-notes'; readonly notes: readonly Phrase[] }
  | { readonly kind: 'export-folder'; readonly folder: string }
  | { readonly kind: 'results-removed'; readonly job: string; readonly opening: string; readonly seconds: number }
  | { readonly kind: 'draft-removed'; readonly draft: Draft }
  | { readonly kind: 'paragraphs'; readonly card: string; readonly count: number }
  | { readonly kind: 'copied' | 'token-copied' }

export type Notice = Message & { readonly id: number }

/** Which page is shown, and what lies over it. */
export interface ViewSlice {
  /** Whether the first snapshot has come. */
  readonly ready: boolean
  readonly page: Page
  /** The open part of the inspector. */
  readonly section: Section | undefined
  readonly shortcutsShown: boolean
  /** Whether the menu of marks is open, on the card that the caret is in. */
  readonly markMenuShown: boolean
  /** The mark whose value is asked for in a dialog. */
  readonly askedMark: AskedMark | undefined
  /** Rises whenever the library's search is to take the focus. */
  readonly searchFocusRequests: number
  readonly notices: readonly Notice[]
  show(page: Page): void
  openSection(section: Section | undefined): void
  showShortcuts(shown: boolean): void
  showMarkMenu(shown: boolean): void
  askMark(kind: AskedMark | undefined): void
  focusSearch(): void
  tell(message: Message): void
  dismiss(id: number): void
}

const mostNotices = 3

export function viewSlice({ set, get }: SliceParts): ViewSlice {
  return {
    ready: false,
    page: 'editor',
    section: 'voice',
    shortcutsShown: false,
    markMenuShown: false,
    askedMark: undefined,
    searchFocusRequests: 0,
    notices: [],
    show: (page) => set({ page }),
    openSection: (section) => set({ section }),
    showShortcuts: (shortcutsShown) => set({ shortcutsShown }),
    showMarkMenu: (markMenuShown) => set({ markMenuShown }),
    askMark: (askedMark) => set({ askedMark }),
    focusSearch: () => set({ searchFocusRequests: get().searchFocusRequests + 1 }),
    tell(message) {
      // A newer message of a kind replaces the one before.
      const others = get().notices.filter((notice) => notice.kind !== message.kind)
      const id = Math.max(0, ...get().notices.map((notice) => notice.id)) + 1
      set({ notices: [...others, { ...message, id }].slice(-mostNotices) })
    },
    dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  }
}
