import type { Command } from '#shared/desktop/shortcuts.ts'
import type { AppState, AppStore } from './appStore.ts'
import { editorJobOf } from './slices/jobsSlice.ts'

const nextSafeAreas = { off: 'shorts', shorts: 'tiktok', tiktok: 'reels', reels: 'off' } as const

/** What every menu entry, shortcut and button does: all three run the same code. */
const actions: Record<Command, (state: AppState) => unknown> = {
  editor: ({ show }) => show('editor'),
  library: ({ show }) => show('library'),
  automation: ({ show }) => show('automation'),
  settings: ({ show }) => show('settings'),
  'new-script': ({ newDraft }) => newDraft(),
  'open-script': ({ chooseScript }) => chooseScript(),
  make: ({ make }) => make(),
  cancel(state) {
    const job = editorJobOf(state)
    return job && state.cancel(job.id)
  },
  play: ({ togglePlay }) => togglePlay(),
  undo: ({ undo }) => undo(),
  redo: ({ redo }) => redo(),
  'insert-mark': ({ showMarkMenu }) => showMarkMenu(true),
  split: ({ split }) => split(),
  merge: ({ join, caret }) => join(caret.card),
  'delete-segment': ({ removeCard, caret }) => removeCard(caret.card),
  'next-segment': ({ step }) => step(1),
  'previous-segment': ({ step }) => step(-1),
  'move-segment-up': (state) => moveBy(state, -1),
  'move-segment-down': (state) => moveBy(state, 1),
  find({ show, focusSearch }) {
    show('library')
    focusSearch()
  },
  'safe-areas': ({ changeSettings, settings }) => changeSettings({ safeAreas: nextSafeAreas[settings.safeAreas] }),
  shortcuts: ({ showShortcuts, shortcutsShown }) => showShortcuts(!shortcutsShown),
}

/** Commands that belong to the editor: on other pages they would change what is not shown. */
const editorCommands: ReadonlySet<Command> = new Set([
  'make',
  'cancel',
  'play',
  'undo',
  'redo',
  'insert-mark',
  'split',
  'merge',
  'delete-segment',
  'safe-areas',
  'next-segment',
  'previous-segment',
  'move-segment-up',
  'move-segment-down',
])

/** Runs a command; false where it means nothing just now. */
export function runCommand(store: AppStore, command: Command): boolean {
  const state = store.getState()
  if (!state.ready || (editorCommands.has(command) && state.page !== 'editor')) return false
  actions[command](state)
  return true
}

function moveBy({ cards, caret, moveCard }: AppState, by: number): void {
  const from = cards.findIndex(({ id }) => id === caret.card)
  const to = from + by
  if (to >= 0 && to < cards.length) moveCard(from, to)
}
